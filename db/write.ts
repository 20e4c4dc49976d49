import type { Database, Transaction } from "@/db/open";

type Sync<T> = T extends PromiseLike<unknown> ? never : T;

/** One `BEGIN IMMEDIATE` transaction. `change` may not wait for anything: an async one does not compile. */
export function write<T>(db: Database, change: (tx: Transaction) => Sync<T>): T {
  return db.transaction(change, { behavior: "immediate" });
}
