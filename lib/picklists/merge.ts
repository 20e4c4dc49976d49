import { and, asc, eq, gt, lte, max } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountContacts, picklistOptions, prospects } from "@/db/schema";
import { loadStaffViewer } from "@/lib/access/load-staff";
import type { Viewer } from "@/lib/access/viewer";
import { type Change, recordEvent } from "@/lib/events/record";
import type { SliceHandler } from "@/lib/jobs/handler";
import { type Place, places } from "./places";

type Payload = { fromId: number; intoId: number; batchId: string; userId: number | null };
type Cursor = { place: number; after: number; moved: number };
type Option = typeof picklistOptions.$inferSelect;
type Held = { id: number; version: number; accountId?: number | null; contactId?: number | null };

/** No column has an index of its own for this: a slice looks at so many rows, and changes so many of them at most. */
const looked = 4000;
const moved = 50;

/** Gives whoever holds one option the other, each with an event of its own in the batch of the merge. */
export const mergePicklists: SliceHandler = {
  slice: (tx, payload, cursor, { now }) => slice(tx, payload as Payload, (cursor as Cursor | null) ?? { place: 0, after: 0, moved: 0 }, now),
};

function slice(tx: Transaction, { fromId, intoId, batchId, userId }: Payload, { place: at, after, moved: before }: Cursor, now: number) {
  const [from, into] = [optionOf(tx, fromId), optionOf(tx, intoId)];
  const place = places[from.list][at];
  if (!place) return { done: true as const, progress: { moved: before } };

  const rows = holders(tx, place, valueIn(place, from), after);
  const viewer = byWhom(tx, userId, now);
  for (const row of rows) {
    tx.update(place.table)
      .set({ [place.field]: valueIn(place, into), version: row.version + 1, updatedAt: now })
      .where(eq(place.table.id, row.id))
      .run();
    const change = { ...told(place, row), before: { [place.field]: valueIn(place, from) }, after: { [place.field]: valueIn(place, into) }, batchId };
    recordEvent(tx, { viewer, name: `${place.kind}.edited`, change, at: now, source: "merge" });
  }
  const count = before + rows.length;
  const reached = rows.length === moved ? rows.at(-1)!.id : after + looked;
  const isLast = rows.length < moved && reached >= lastId(tx, place);
  return {
    cursor: (isLast ? { place: at + 1, after: 0, moved: count } : { place: at, after: reached, moved: count }) satisfies Cursor,
    progress: { moved: count },
  };
}

function holders(tx: Transaction, { table, column, kind }: Place, value: number | string, after: number): Held[] {
  const shown = {
    id: table.id,
    version: table.version,
    ...(kind === "relation" && { accountId: accountContacts.accountId, contactId: accountContacts.contactId }),
    ...(kind === "prospect" && { accountId: prospects.accountId }),
  };
  return tx
    .select(shown)
    .from(table)
    .where(and(gt(table.id, after), lte(table.id, after + looked), eq(column, value)))
    .orderBy(asc(table.id))
    .limit(moved)
    .all() as Held[];
}

function valueIn({ kind }: Place, { id, name }: Option): number | string {
  return kind === "relation" ? name : id;
}

/** A relation is told under its person. */
function told({ kind }: Place, { id, accountId = null, contactId }: Held): Pick<Change, "kind" | "id" | "accountId" | "prospectId"> {
  if (kind === "account") return { kind, id, accountId: id };
  if (kind === "prospect") return { kind, id, accountId, prospectId: id };
  return { kind: "contact", id: contactId!, accountId };
}

function lastId(tx: Transaction, { table }: Place): number {
  return (
    tx
      .select({ last: max(table.id) })
      .from(table)
      .get()?.last ?? 0
  );
}

function optionOf(tx: Transaction, id: number): Option {
  return tx.select().from(picklistOptions).where(eq(picklistOptions.id, id)).get()!;
}

function byWhom(tx: Transaction, userId: number | null, now: number): Viewer {
  const viewer = userId === null ? undefined : loadStaffViewer(tx, userId, now);
  return viewer ?? { kind: "system", locale: "es", zone: "UTC", today: "" };
}
