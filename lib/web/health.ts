import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { database } from "@/db/client";
import { dataFolder } from "@/db/data-folder";
import { migrationsFolder, migrationsIn } from "@/db/migration-files";
import { hasStorageFailed } from "@/db/storage";
import { isWorkerAlive } from "./heartbeat";

const rememberedMs = 2_000;
const least = { bytes: 500 * 1024 * 1024, share: 0.05 };

let last = { at: Number.NEGATIVE_INFINITY, isReady: false };

/** Whether this process can do its work: schema, disk, room and worker. Asked at most every two seconds, for anybody may ask. */
export function isHealthy(): boolean {
  if (performance.now() - last.at > rememberedMs) {
    const isReadyNow = isReady();
    last = { at: performance.now(), isReady: isReadyNow };
  }
  return last.isReady && !hasStorageFailed();
}

/** Less than a twentieth of a disk is little, unless it is half a gigabyte. */
export function hasRoom({ bavail, blocks, bsize }: { bavail: number; blocks: number; bsize: number }): boolean {
  return bavail * bsize >= Math.min(least.bytes, least.share * blocks * bsize);
}

function isReady(): boolean {
  try {
    probe(join(dataFolder(), ".probe"));
    return isWorkerAlive() && hasRoom(statfsSync(dataFolder())) && hasSchema();
  } catch (error) {
    console.error(error);
    return false;
  }
}

function hasSchema(): boolean {
  const version = database().$client.prepare("select count(*) from schema_versions").pluck().get();
  return version === migrationsIn(migrationsFolder).length;
}

/** Throws when the folder takes no write. */
function probe(path: string) {
  const file = openSync(path, "w");
  try {
    writeSync(file, "1");
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  rmSync(path);
}
