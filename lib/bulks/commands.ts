import { randomUUID } from "node:crypto";
import { and, count, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/open";
import { bulkRows, bulks, origins, outbox, picklistOptions, taxes } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change, Values } from "@/lib/events/record";
import { enqueue } from "@/lib/jobs/enqueue";
import { requireGroup, requireOwner } from "@/lib/users/owner";
import type { BulkInput } from "./forms";
import type { handover } from "./mixed";
import { goesOn, hasEnded, isMixed, takesTurns } from "./policy";
import { type BulkField, targets } from "./targets";

type Row = typeof bulks.$inferSelect;
export type By = { userId: number; now: number };

/** Leaves one change of many records for the worker: those picked, or all the address finds. Throws when nothing was picked or chosen. */
export function startBulk(tx: Transaction, input: BulkInput, { userId, now }: By): Change {
  const { list, address, ids } = input;
  const changes = changesOf(tx, input);
  if (Object.keys(changes).length === 0) throw new RuleError("lists.nothing_to_change");
  const isPicked = ids.length > 0;
  const after = insertBulk(tx, { ownerId: userId, list, deed: "edit", address: isPicked ? null : address, changes, undoes: null }, now);
  if (isPicked) {
    tx.insert(bulkRows)
      .values(ids.map((recordId) => ({ bulkId: after.id, recordId })))
      .run();
  }
  leaveCollecting(tx, after, now);
  return { kind: "bulk", id: after.id, before: null, after: { list, address: after.address, picked: ids.length, changes }, batchId: after.batchId };
}

/** Leaves handing over what somebody has for the worker, as one change of several kinds of records. */
export function startHandover(tx: Transaction, changes: z.output<typeof handover>, { userId, now }: By): Row {
  const bulk = insertBulk(tx, { ownerId: userId, list: "accounts", deed: "edit", address: null, changes, undoes: null }, now);
  leaveCollecting(tx, bulk, now);
  return bulk;
}

/** Leaves taking a change of many records back, as far as it came; one that failed or was refused records goes on, as whoever asks for it now.
 *  Throws while either is under way, or when it was taken back already. */
export function undoBulk(tx: Transaction, bulk: Row, { userId, now }: By): Change {
  if (!hasEnded(bulk) || bulk.deed !== "edit") throw new RuleError("lists.not_done");
  const begun = tx.select().from(bulks).where(eq(bulks.undoes, bulk.id)).get();
  if (begun && !goesOn({ ...begun, refused: refusedIn(tx, begun) })) throw new RuleError("lists.already_undone");
  const { list, batchId } = bulk;
  const after = begun ?? insertBulk(tx, { ownerId: userId, list, deed: "undo", address: null, changes: { ...alsoOf(bulk), batchId }, undoes: bulk.id }, now);
  if (begun) beginAgain(tx, begun, userId);
  leaveCollecting(tx, after, now);
  return { kind: "bulk", id: after.id, before: null, after: { list, undoes: bulk.id }, batchId: after.batchId };
}

/** What taking it back has to know besides the batch. */
function alsoOf({ changes }: Row): Values {
  return isMixed({ changes }) ? { isMixed: true, from: changes.from } : {};
}

function insertBulk(tx: Transaction, values: Pick<Row, "ownerId" | "list" | "deed" | "address" | "changes" | "undoes">, now: number): Row {
  return tx
    .insert(bulks)
    .values({ ...values, batchId: randomUUID(), state: "waiting", createdAt: now })
    .returning()
    .get();
}

function refusedIn(tx: Transaction, { id }: Row): number {
  const refused = and(eq(bulkRows.bulkId, id), eq(bulkRows.outcome, "refused"));
  return tx.select({ rows: count() }).from(bulkRows).where(refused).get()!.rows;
}

/** Its jobs have ended: new ones take their names. What was taken back already stays so; what was refused is tried again as it is collected anew. */
function beginAgain(tx: Transaction, { id }: Row, ownerId: number) {
  tx.update(bulks).set({ ownerId, state: "waiting", finishedAt: null }).where(eq(bulks.id, id)).run();
  tx.update(outbox)
    .set({ dedupeKey: null })
    .where(inArray(outbox.dedupeKey, [`bulks.collect:${id}`, `bulks.apply:${id}`]))
    .run();
}

function leaveCollecting(tx: Transaction, { id }: Row, now: number) {
  enqueue(tx, "bulks.collect", { bulkId: id }, { now, dedupeKey: `bulks.collect:${id}` });
}

const picklists = { category: "account_category", industry: "industry", interest: "interest_level", channel: "contact_channel" } as const;

/** What was chosen, by column, of what the list has; what is chosen must be there to choose. */
function changesOf(tx: Transaction, input: BulkInput): Values {
  const { fields, hasTags, isWork, isItems } = targets[input.list];
  const sharers = takesTurns(input.list) ? input.sharers : [];
  requireSharers(tx, sharers, input.owner);
  const chosen = fields.filter((field) => input[field] !== undefined);
  for (const field of chosen) requireChoice(tx, field, input[field]!, input.list);
  return {
    ...Object.assign({}, ...chosen.map((field) => columnsOf(field, input[field]!))),
    ...(sharers.length > 0 && { ownerIds: sharers }),
    ...(isWork && input.date !== null && { date: input.date }),
    ...(isWork && input.isDone && { isDone: true }),
    ...(isItems && input.unit !== null && { unit: input.unit }),
    ...(isItems && input.state !== "" && { isActive: input.state === "active" }),
    ...(hasTags && input.addTags.length > 0 && { addTags: input.addTags }),
    ...(hasTags && input.removeTags.length > 0 && { removeTags: input.removeTags }),
  };
}

/** Throws when they are given to one and shared out among several at once, or when one of those does not work here. */
function requireSharers(tx: Transaction, sharers: number[], owner: BulkInput["owner"]) {
  if (sharers.length > 0 && owner !== undefined) throw new RuleError("lists.one_or_turns", "sharers");
  for (const id of sharers) requireOwner(tx, id, null, "sharers");
}

function columnsOf(field: BulkField, value: Chosen): Values {
  return isGroup(value) ? { ownerId: null, ownerGroupId: value.groupId } : { [`${field}Id`]: value };
}

type Chosen = Exclude<BulkInput[BulkField], undefined>;
const isGroup = (value: Chosen) => typeof value === "object" && value !== null;

function requireChoice(tx: Transaction, field: BulkField, value: Chosen, list: BulkInput["list"]) {
  const { isOfGroups } = targets[list];
  if (value === null) {
    if ((field === "owner" && !isOfGroups) || isTax(field)) throw new RuleError("not_in_list", field);
    return;
  }
  if (isGroup(value)) {
    if (!isOfGroups) throw new RuleError("not_in_list", field);
    return void requireGroup(tx, value.groupId);
  }
  if (field === "owner") return void requireOwner(tx, value);
  if (isTax(field)) return requireTax(tx, field, value);
  const found =
    field === "origin"
      ? tx
          .select({ id: origins.id })
          .from(origins)
          .where(and(eq(origins.id, value), eq(origins.isActive, true)))
          .get()
      : tx
          .select({ id: picklistOptions.id })
          .from(picklistOptions)
          .where(and(eq(picklistOptions.id, value), eq(picklistOptions.list, picklists[field]), eq(picklistOptions.isActive, true)))
          .get();
  if (!found) throw new RuleError("not_in_list", field);
}

type TaxField = "addTax" | "removeTax";
const isTax = (field: BulkField): field is TaxField => field === "addTax" || field === "removeTax";

/** One that is retired is taken away, never put. */
function requireTax(tx: Transaction, field: TaxField, id: number) {
  const tax = tx.select({ isActive: taxes.isActive }).from(taxes).where(eq(taxes.id, id)).get();
  if (!tax || (field === "addTax" && !tax.isActive)) throw new RuleError("not_in_list", field);
}
