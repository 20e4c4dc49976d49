import type { Transaction } from "@/db/open";
import type { bulks } from "@/db/schema";
import type { bulkOutcomes } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import type { StaffViewer } from "@/lib/access/viewer";
import { RuleError } from "@/lib/core/errors";
import { type Change, recordEvent, type Values } from "@/lib/events/record";
import { doneInBatch, takenBack } from "@/lib/events/undo";
import { findTrashed } from "@/lib/trash/found";
import type { TrashKind } from "@/lib/trash/rules";
import { requireKept } from "./kept";
import { changesFor, type Piece, pieceOf } from "./mixed";
import { isMixed } from "./policy";
import type { Holder } from "./targets";

type Bulk = typeof bulks.$inferSelect;
export type Taken = { outcome: (typeof bulkOutcomes)[number]; reasons: string[] | null };
/** `turn` is how many were shared out before this one. */
export type Hand = { viewer: StaffViewer; scope: Scope; now: number; turn: number };

/** Changes one record of a bulk, or takes its change back, as its owner may at this moment. A refusal leaves nothing behind. */
export function takeRecord(tx: Transaction, bulk: Bulk, hand: Hand, recordId: number): Taken {
  const piece = pieceOf(bulk, recordId);
  const record = piece.holder.find(hand.scope, piece.id) ?? inTrash(bulk, hand.scope, piece);
  if (!record) return { outcome: "refused", reasons: ["lists.reason.gone"] };
  try {
    return tx.transaction((inner) => (bulk.deed === "undo" ? takeBack : change)(inner, { ...piece, bulk, record, ...hand }));
  } catch (error) {
    if (error instanceof RuleError) return { outcome: "refused", reasons: [reasonOf(error)] };
    throw error;
  }
}

/** Nobody chooses here: what is no longer there to choose was chosen before, or is what would come back. */
function reasonOf({ code }: RuleError): string {
  return code === "not_in_list" ? "lists.reason.retired" : `errors.${code}`;
}

/** What somebody had thrown away goes over to who takes their place: restored, it would be nobody's. */
function inTrash(bulk: Bulk, scope: Scope, { holder: { kind }, id }: Piece) {
  return isMixed(bulk) ? findTrashed(scope, { kind: kind as TrashKind, id }) : undefined;
}

type Work = Hand & Piece & { bulk: Bulk; record: NonNullable<ReturnType<Holder["find"]>> };

function change(tx: Transaction, work: Work): Taken {
  const { bulk, holder, list, record, now, turn } = work;
  const { changes, heldBy } = changesFor(bulk, list, turn);
  if (heldBy !== undefined && record.ownerId !== heldBy) return { outcome: "unchanged", reasons: null };
  if (!mayChange(work, Object.keys(changes))) return { outcome: "refused", reasons: ["lists.reason.forbidden"] };
  requireKept(tx, work, changes);
  return remembered(tx, work, holder.change(tx, record, changes, now));
}

function takeBack(tx: Transaction, work: Work): Taken {
  const { bulk, holder, record, now } = work;
  const done = doneInBatch(tx, String(bulk.changes.batchId), holder.kind, record.id);
  const present = holder.present(tx, record.id);
  if (!done || !present) return { outcome: "unchanged", reasons: null };
  const { restored, kept } = inWholes(takenBack({ ...done, before: withoutKeys(done.before) }, present), done.after, present);
  if (!mayChange(work, Object.keys(restored))) return { outcome: "refused", reasons: ["lists.reason.forbidden"] };
  const taken = remembered(tx, work, holder.change(tx, record, restored, now), done.eventId);
  return kept.length === 0 ? taken : { outcome: "kept", reasons: kept };
}

/** What goes back together or not at all: an owner, a person or a group; when something is; that it was done, and when. */
const owners = ["ownerId", "ownerGroupId"];
const wholes = [owners, ["startsAt", "endsAt", "startsAtUtc", "endsAtUtc", "isAllDay"], ["status", "doneAt"]];

/** Once a part of a whole is another than the batch left, none of it goes back, and it is named once. */
function inWholes(taken: ReturnType<typeof takenBack>, after: Values, present: Values): ReturnType<typeof takenBack> {
  return wholes.reduce(({ restored, kept }, whole) => {
    const told = whole === owners ? whole : whole.filter((field) => field in after);
    if (told.every((field) => (present[field] ?? null) === (after[field] ?? null))) return { restored, kept };
    const stays = [...kept.filter((field) => whole.includes(field)), ...whole.filter((field) => field in restored)].slice(0, 1);
    return {
      restored: Object.fromEntries(Object.entries(restored).filter(([field]) => !whole.includes(field))),
      kept: [...kept.filter((field) => !whole.includes(field)), ...stays],
    };
  }, taken);
}

/** Kept keys follow their fields. */
function withoutKeys(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !field.endsWith("Key")));
}

function mayChange({ holder, viewer, record }: Work, fields: string[]): boolean {
  const assigns = fields.some((field) => field === "ownerId" || field === "ownerGroupId");
  const edits = fields.some((field) => field !== "ownerId" && field !== "ownerGroupId");
  return (!assigns || holder.mayAssign(viewer, record)) && (!edits || holder.mayEdit(viewer, record));
}

function remembered(tx: Transaction, { bulk, holder, viewer, now }: Work, change: Change | undefined, undoes?: number): Taken {
  if (!change) return { outcome: "unchanged", reasons: null };
  recordEvent(tx, { viewer, name: holder.event, change: { ...change, batchId: bulk.batchId, undoes }, at: now, source: "bulk" });
  return { outcome: "changed", reasons: null };
}
