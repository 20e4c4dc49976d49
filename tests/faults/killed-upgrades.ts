import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "vitest";
import { migrate } from "@/db/migrate";
import { openDatabase } from "@/db/open";
import { bundled } from "../support/bundle";
import { after, afterCopy, contentOf, freshSchema, migrateAndDie, releases, schemaOf, unexplained, unpacked } from "./upgrades";

/** Kills an upgrade at moments spread over its length. After each the file is old or new, whole, and the next start completes. */
export async function survive(kills: number): Promise<string> {
  const program = await bundled("tests/support/migrate-child.ts");
  const schema = freshSchema();
  const seen = { old: 0, new: 0 };
  for (const { name, bytes } of releases) {
    const untouched = openDatabase(unpacked(bytes));
    const before = contentOf(untouched);
    untouched.close();
    const { ended, tookMs } = await migrateAndDie(program, unpacked(bytes), after(120_000));
    expect(ended).toBe(true);
    for (let kill = 0; kill < kills; kill += 1) {
      const path = unpacked(bytes);
      const moment = kill % 2 === 0 ? after((tookMs * kill) / kills) : afterCopy(path, (tookMs * kill) / kills / 4);
      await migrateAndDie(program, path, moment);
      const version = stateOf(path, before, `${name}, kill ${kill}`);
      seen[version === 1 ? "old" : "new"] += 1;
      migrate(path, { now: 2 });
      const handle = openDatabase(path);
      expect(schemaOf(handle), `${name}, start after kill ${kill}`).toBe(schema);
      expect(unexplained(before, contentOf(handle), 1), `${name}, start after kill ${kill}`).toEqual([]);
      handle.close();
      rmSync(dirname(path), { recursive: true });
    }
  }
  expect(seen.old, "left old").toBeGreaterThan(0);
  expect(seen.new, "left new").toBeGreaterThan(0);
  return `${kills} kills during the upgrade: ${seen.old} left it old, ${seen.new} new or part of the way, all completed by the next start`;
}

/** How many migrations a file has after a kill; throws when it is not whole, or old and not as it was. */
export function stateOf(path: string, before: ReturnType<typeof contentOf>, where: string): number {
  const handle = openDatabase(path);
  expect(handle.pragma("integrity_check", { simple: true }), where).toBe("ok");
  expect(handle.pragma("foreign_key_check"), where).toEqual([]);
  const version = handle.prepare("select count(*) from schema_versions").pluck().get() as number;
  if (version === 1) expect(unexplained(before, contentOf(handle), Number.POSITIVE_INFINITY), where).toEqual([]);
  handle.close();
  return version;
}
