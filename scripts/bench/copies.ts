import { constants, copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** A copy of a seeded folder to write in, taken away after `use`. */
export async function withCopy<Result>(folder: string, use: (copy: string) => Promise<Result>): Promise<Result> {
  const around = dirname(dirname(folder));
  // What a bench that was cut short left behind.
  for (const name of readdirSync(around).filter((each) => each.startsWith("copy-"))) rmSync(join(around, name), { recursive: true });
  const copy = mkdtempSync(join(around, "copy-"));
  try {
    copyFileSync(join(folder, "cartera.sqlite"), join(copy, "cartera.sqlite"), constants.COPYFILE_FICLONE);
    return await use(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
