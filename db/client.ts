import { join } from "node:path";
import { dataFolder } from "@/db/data-folder";
import { connect, type Database, openDatabase } from "@/db/open";

const key = Symbol.for("cartera.database");
const shared = globalThis as { [key]?: Database };

/** The process's one connection. Each bundle has its own copy of this module, so it hangs on `globalThis`. */
export function database(): Database {
  shared[key] ??= connect(openDatabase(join(dataFolder(), "cartera.sqlite")));
  return shared[key];
}

/** Empties the write-ahead log and lets go of the file. For the end of a process. */
export function closeDatabase() {
  const handle = shared[key]?.$client;
  if (!handle) return;
  delete shared[key];
  handle.pragma("wal_checkpoint(TRUNCATE)");
  handle.close();
}
