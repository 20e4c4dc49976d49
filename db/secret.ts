import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "@/db/data-folder";

const held = new Map<string, string>();

/** The installation's secret, made at the first start. Throws when it is short: nothing may be signed or sealed with a guess. */
export function secret(): string {
  const path = join(dataFolder(), "secret");
  const known = held.get(path) ?? readFileSync(path, "utf8").trim();
  if (known.length < 32) throw new Error("The secret is too short");
  held.set(path, known);
  return known;
}
