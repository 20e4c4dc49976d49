import { and, asc, eq, gt, lte, max } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountContacts, opportunities, prospects } from "@/db/schema";
import { loadStaffViewer } from "@/lib/access/load-staff";
import type { Viewer } from "@/lib/access/viewer";
import { type Change, recordEvent } from "@/lib/events/record";
import type { SliceResult } from "@/lib/jobs/handler";
import type { Place } from "./places";

export type MergeOrder = { fromId: number; batchId: string; userId: number | null };
type Cursor = { place: number; after: number; moved: number };
type Choice = { id: number; name: string };
type Held = { id: number; version: number; accountId?: number | null; contactId?: number | null };
type Move = { places: readonly Place[]; from: Choice; into: Choice; order: MergeOrder; now: number };

/** No column has an index of its own for this: a slice looks at so many rows, and changes so many of them at most. */
const looked = 4000;
const moved = 50;

/** Gives some of those who hold one choice the other, each with an event of its own in the batch of the merge. */
export function moveHolders(tx: Transaction, { places, from, into, order, now }: Move, cursor: unknown): SliceResult {
  const { place: at, after, moved: before } = (cursor as Cursor | null) ?? { place: 0, after: 0, moved: 0 };
  const place = places[at];
  if (!place) return { done: true, progress: { moved: before } };

  const rows = holders(tx, place, from.id, after);
  const viewer = byWhom(tx, order.userId, now);
  for (const row of rows) {
    tx.update(place.table)
      .set({ [place.field]: into.id, version: row.version + 1, updatedAt: now })
      .where(eq(place.table.id, row.id))
      .run();
    const change = { ...told(place, row), before: said(place, from), after: said(place, into), batchId: order.batchId };
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

function holders(tx: Transaction, { table, column, kind }: Place, id: number, after: number): Held[] {
  const shown = {
    id: table.id,
    version: table.version,
    ...(kind === "relation" && { accountId: accountContacts.accountId, contactId: accountContacts.contactId }),
    ...(kind === "prospect" && { accountId: prospects.accountId }),
    ...(kind === "opportunity" && { accountId: opportunities.accountId }),
  };
  return tx
    .select(shown)
    .from(table)
    .where(and(gt(table.id, after), lte(table.id, after + looked), eq(column, id)))
    .orderBy(asc(table.id))
    .limit(moved)
    .all() as Held[];
}

/** A role is told as it is called, every other choice by its number. */
function said({ kind, field }: Place, { id, name }: Choice) {
  return kind === "relation" ? { role: name } : { [field]: id };
}

/** A relation is told under its person. */
function told({ kind }: Place, { id, accountId = null, contactId }: Held): Pick<Change, "kind" | "id" | "accountId" | "prospectId"> {
  if (kind === "account") return { kind, id, accountId: id };
  if (kind === "prospect") return { kind, id, accountId, prospectId: id };
  if (kind === "opportunity") return { kind, id, accountId };
  if (kind === "web_form") return { kind, id };
  return { kind: "contact", id: contactId ?? id, accountId };
}

function lastId(tx: Transaction, { table }: Place): number {
  return (
    tx
      .select({ last: max(table.id) })
      .from(table)
      .get()?.last ?? 0
  );
}

function byWhom(tx: Transaction, userId: number | null, now: number): Viewer {
  const viewer = userId === null ? undefined : loadStaffViewer(tx, userId, now);
  return viewer ?? { kind: "system", locale: "es", zone: "UTC", today: "" };
}
