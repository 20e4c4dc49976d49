import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";

export type Holds = { longestMs: number; over20ms: number; holds: number; tries: number };

const everyMs = 1;
const limitMs = 20;
/** For the probe to see the end of what was held last. */
const settleMs = 100;

/** Tries for the write lock every millisecond from a process of its own while `deed` runs. Answers how long it was not to be had. */
export async function lockDuring(path: string, deed: () => Promise<void>): Promise<Holds> {
  const child = fork(join("dist", "bench.mjs"), ["probe", path]);
  await once(child, "message");
  await deed();
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const told = once(child, "message");
  child.send("stop");
  const [holds] = (await told) as [Holds];
  return holds;
}

/** The other side: counts the time from the first refusal to the next success. Being put aside by the system counts too, so it errs upward. */
export async function probeLock(path: string) {
  const handle = new SqliteDatabase(path, { timeout: 0 });
  const holds: Holds = { longestMs: 0, over20ms: 0, holds: 0, tries: 0 };
  let stopped = false;
  process.once("message", () => {
    stopped = true;
  });
  process.send?.("ready");
  for (let heldSince: number | undefined; !stopped || heldSince !== undefined; await new Promise((resolve) => setTimeout(resolve, everyMs))) {
    const now = performance.now();
    holds.tries += 1;
    if (isFree(handle)) {
      if (heldSince !== undefined) count(holds, now - heldSince);
      heldSince = undefined;
    } else heldSince ??= now;
  }
  handle.close();
  process.send?.(holds, () => process.disconnect());
}

function isFree(handle: SqliteDatabase.Database): boolean {
  try {
    handle.exec("begin immediate; rollback");
    return true;
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith("SQLITE_BUSY")) return false;
    throw error;
  }
}

function count(holds: Holds, ms: number) {
  holds.holds += 1;
  holds.longestMs = Math.max(holds.longestMs, ms);
  if (ms > limitMs) holds.over20ms += 1;
}
