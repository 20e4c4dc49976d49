import { z } from "zod";
import type { bulks } from "@/db/schema";
import { type HandedOver, handedOver } from "@/db/vocabulary";
import type { Values } from "@/lib/events/record";
import type { BulkList } from "@/lib/lists/policy";
import { isMixed } from "./policy";
import { type Holder, targets } from "./targets";

type Bulk = Pick<typeof bulks.$inferSelect, "list" | "changes">;

/** One change of many may be about several kinds at once: its rows then name a record by its kind's place and its number. */
const span = 10_000_000_000_000;

export type Piece = { list: BulkList; id: number; holder: Holder };

/** Which record a row of a bulk is about. */
export function pieceOf(bulk: Bulk, rowId: number): Piece {
  const { list, id } = isMixed(bulk) ? readKey(rowId) : { list: bulk.list as BulkList, id: rowId };
  return { list, id, holder: targets[list] };
}

export function keyOf(list: HandedOver, id: number): number {
  return handedOver.indexOf(list) * span + id;
}

export function readKey(key: number): { list: HandedOver; id: number } {
  return { list: handedOver[Math.floor(key / span)]!, id: key % span };
}

/** Whose everything goes to whom. What is always one person's goes to `personId` when the rest goes to a group. */
export const handover = z.object({
  isMixed: z.literal(true),
  from: z.number().int(),
  kinds: z.array(z.enum(handedOver)),
  ownerId: z.number().int().nullable(),
  ownerGroupId: z.number().int().nullable(),
  personId: z.number().int().nullable(),
});

/** What is written to this kind of record, and whose it has to be still. `turn` is how many were shared out before it. */
export function changesFor(bulk: Bulk, list: BulkList, turn: number): { changes: Values; heldBy?: number } {
  if (!isMixed(bulk)) return { changes: inTurn(bulk.changes, turn) };
  const { from, ownerId, ownerGroupId, personId } = handover.parse(bulk.changes);
  const isOfPeople = list === "prospects" || list === "activities";
  const toOne = { ownerId: isOfPeople ? personId : ownerId };
  return { heldBy: from, changes: isOfPeople || ownerGroupId === null ? toOne : { ownerId: null, ownerGroupId } };
}

const shared = z.object({ ownerIds: z.array(z.number().int()).min(1) });

function inTurn(changes: Values, turn: number): Values {
  const { data } = shared.safeParse(changes);
  if (!data) return changes;
  const { ownerIds: _sharers, ...others } = changes;
  return { ...others, ownerId: data.ownerIds[turn % data.ownerIds.length] };
}
