import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const block = Buffer.alloc(1_048_576);

/** Whether this process may mount a small disk. */
export function canMount(): boolean {
  try {
    smallDisk(1).remove();
    return true;
  } catch {
    return false;
  }
}

/** A disk of its own in memory, to be filled to the last block. */
export function smallDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), "cartera-disk-"));
  run("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=700`, "tmpfs", folder]);
  const filler = join(folder, "filler");
  return {
    folder,
    fill: () => {
      const file = openSync(filler, "a");
      for (let size = block.length; size >= 4096; ) if (!takes(file, block.subarray(0, size))) size /= 2;
      closeSync(file);
      return statfsSync(folder).bavail;
    },
    empty: () => rmSync(filler),
    remove: () => {
      run("umount", ["--lazy", folder]);
      rmdirSync(folder);
    },
  };
}

function takes(file: number, bytes: Uint8Array): boolean {
  try {
    return writeSync(file, bytes) === bytes.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") return false;
    throw error;
  }
}

function run(program: string, args: string[]) {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
}
