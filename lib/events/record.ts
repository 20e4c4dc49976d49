import { createHash, randomUUID } from "node:crypto";
import { desc } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { eventPayloads, events } from "@/db/schema";
import type { Viewer } from "@/lib/access/viewer";

export type Values = Record<string, unknown>;

/** What a command did, as history will tell it: the record, where it is filed, and its values before and after. */
export type Change = {
  kind: string;
  id: number;
  accountId?: number | null;
  prospectId?: number | null;
  before: Values | null;
  after: Values | null;
  batchId?: string;
  /** The event it takes back. */
  undoes?: number;
  /** What else the deed changed: told by events of their own, in one batch with this one. */
  also?: { name: string; change: Change }[];
};

export type Actor = { actorKind: "staff" | "customer" | "system"; actorId: number | null };

/** Appends one event to the chain, in the transaction of the change it tells. Returns its id. `at` in UTC milliseconds. */
export function recordEvent(
  tx: Transaction,
  { viewer, name, change, at, source = "web" }: { viewer: Viewer; name: string; change: Change; at: number; source?: string },
): number {
  const batchId = change.batchId ?? (change.also?.length ? randomUUID() : null);
  const { before, after } = differences(change.before, change.after);
  const payloadSha256 = sha256(canonical({ before, after }));
  const row = {
    at,
    ...actorOf(viewer),
    name,
    subjectKind: change.kind,
    subjectId: change.id,
    accountId: change.accountId ?? null,
    prospectId: change.prospectId ?? null,
    batchId,
    undoes: change.undoes ?? null,
    source,
    payloadSha256,
    previousHash: lastHash(tx),
  };
  const { id } = tx
    .insert(events)
    .values({ ...row, hash: hashOf(row) })
    .returning({ id: events.id })
    .get();
  tx.insert(eventPayloads).values({ eventId: id, before, after }).run();
  for (const other of change.also ?? []) recordEvent(tx, { viewer, name: other.name, change: { batchId: batchId ?? undefined, ...other.change }, at, source });
  return id;
}

export function actorOf(viewer: Viewer): Actor {
  switch (viewer.kind) {
    case "staff":
      return { actorKind: "staff", actorId: viewer.userId };
    case "customer":
      return { actorKind: "customer", actorId: viewer.portalUserId };
    case "system":
      return { actorKind: "system", actorId: null };
    default:
      return viewer satisfies never;
  }
}

export type ChainedRow = Omit<typeof events.$inferSelect, "id" | "hash">;

/** The link of one row: everything it says and the link before it. Payloads only by their hash, so purging them breaks nothing. */
export function hashOf(row: ChainedRow): string {
  const { at, actorKind, actorId, name, subjectKind, subjectId, accountId, prospectId, batchId, undoes, source, payloadSha256, previousHash } = row;
  return sha256(
    JSON.stringify([at, actorKind, actorId, name, subjectKind, subjectId, accountId, prospectId, batchId, undoes, source, payloadSha256, previousHash]),
  );
}

export function payloadHash(before: Values | null, after: Values | null): string {
  return sha256(canonical({ before, after }));
}

function lastHash(tx: Transaction): string {
  return tx.select({ hash: events.hash }).from(events).orderBy(desc(events.id)).limit(1).get()?.hash ?? "";
}

const bookkeeping = new Set(["version", "updatedAt", "createdAt", "passwordHash"]);

/** An edit keeps only what changed; a creation or a removal the whole record. */
function differences(before: Values | null, after: Values | null) {
  const keep = (values: Values | null, other: Values | null) =>
    values &&
    Object.fromEntries(
      Object.entries(values).filter(([key, value]) => !bookkeeping.has(key) && (other === null || canonical(value) !== canonical(other[key]))),
    );
  return { before: keep(before, after), after: keep(after, before) };
}

/** JSON with sorted keys: the same values always hash alike. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part) =>
      part && typeof part === "object" && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
    ) ?? "null"
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
