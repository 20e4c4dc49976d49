import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { identities } from "@/lib/access/identities";

test("each form of identity asks the registry by its own file and name", () => {
  for (const entry of Object.keys(identities)) {
    const [file, name] = entry.split("#") as [string, string];
    const [, asked] = new RegExp(`export const ${name} = identityAction\\(\\{\\s*entry: "([^"]+)"`).exec(readFileSync(file, "utf8")) ?? [];
    expect(asked).toBe(entry);
  }
});
