import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNotNull, isNull, min, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities, type prospects } from "@/db/schema";
import { type By, createActivity } from "@/lib/activities/commands";
import { tellMentioned } from "@/lib/activities/mentions";
import { keepNextAction } from "@/lib/activities/next-action";
import { cancelOthers } from "@/lib/activities/repetitions";
import type { Times } from "@/lib/activities/times";
import { whenDoneOf } from "@/lib/activities/when-done";
import { dayOf } from "@/lib/core/dates";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { requireOption } from "@/lib/settings/require-option";
import { whoeverActs } from "@/lib/users/owner";
import { changeOf, rowOf, save } from "./commands";
import type { FollowUpInput } from "./forms";
import { isClosed, type Milestone } from "./rules";

type Row = typeof prospects.$inferSelect;
export type FollowedUp = Change & { moved: boolean };

/** What was done with a prospect, what it led to and what comes next. Throws when the prospect is closed or the reason is unknown. */
export function followUp(tx: Transaction, prospect: Pick<Row, "id">, input: FollowUpInput, by: By): FollowedUp {
  const before = rowOf(tx, prospect.id);
  if (isClosed(before)) throw new RuleError("prospects.closed");
  const when = whenDoneOf(input, by);
  const done = logged(tx, before, input, { ...by, ...when });
  const also = finish(tx, and(plannedWith(before.id), inArray(activities.id, input.done)), { status: "done", doneAt: when.doneAt }, by.now);
  const planned = plan(tx, before, input, by);
  if (planned) also.push({ name: "activity.created", change: planned });
  save(
    tx,
    before,
    { ...(before.status === "new" ? { status: "contacted" } : {}), ...reached(tx, input, before, { ...by, doneOn: dayOf(when.doneAt, by.zone) }) },
    by.now,
  );
  const batchId = randomUUID();
  if (input.milestone === "cancelled") also.push(...cancelPlanned(tx, before.id, { ...by, batchId }));
  keepNextAction(tx, before.id);
  const change = { ...changeOf(before, rowOf(tx, before.id)), ...(also.length > 0 && { batchId }) };
  return { ...change, after: { ...change.after, activityId: done, done: input.done }, moved: planned?.moved ?? false, also };
}

/** What a milestone means for the prospect. */
function reached(tx: Transaction, { milestone, lostReasonId }: FollowUpInput, { quotedOn }: Row, { now, doneOn }: By & { doneOn: string }): Partial<Row> {
  const outcomes: Record<Milestone, () => Partial<Row>> = {
    none: () => ({}),
    add_quote: () => ({}),
    quoted: () => ({ quotedOn: doneOn }),
    ordered: () => ({ status: "converted", closedAt: now, quotedOn }),
    cancelled: () => ({ status: "lost", closedAt: now, lostReasonId: requireReason(tx, lostReasonId) }),
  };
  return outcomes[milestone]();
}

/** Of what comes again with it the times nearest at hand, and the others by the worker in the same batch; nothing more comes. */
function cancelPlanned(tx: Transaction, prospectId: number, by: By & { batchId: string }): NonNullable<Change["also"]> {
  const nearest = tx
    .select({ id: min(activities.id) })
    .from(activities)
    .where(plannedWith(prospectId))
    .groupBy(sql`coalesce(${activities.repetitionId}, -${activities.id})`)
    .all();
  const ids = nearest.map(({ id }) => id!);
  const many = and(inArray(activities.id, ids), isNotNull(activities.repetitionId));
  const others = tx
    .select()
    .from(activities)
    .where(many)
    .all()
    .flatMap((row) => cancelOthers(tx, row, prospectId, by));
  return [...finish(tx, inArray(activities.id, ids), { status: "cancelled" }, by.now), ...others];
}

function logged(tx: Transaction, prospect: Row, { kind, notes, result }: FollowUpInput, by: By & { doneAt: number; times: Times }): number {
  const { userId, now, doneAt, times } = by;
  const row = tx
    .insert(activities)
    .values({
      ...{ kind, notes, result, status: "done" as const, subject: firstLine(notes), accountId: prospect.accountId, contactId: prospect.contactId },
      ...{ prospectId: prospect.id, ownerId: userId ?? prospect.ownerId, createdBy: userId, doneAt, createdAt: now, updatedAt: now },
      ...times,
    })
    .returning({ id: activities.id })
    .get();
  tellMentioned(tx, null, { id: row.id, notes, result }, by);
  return row.id;
}

function plan(tx: Transaction, prospect: Row, { nextKind, nextSubject, nextOn, nextTime, milestone, notes }: FollowUpInput, by: By) {
  if (nextOn === null || milestone === "cancelled") return undefined;
  const what = { kind: nextKind, subject: nextSubject ?? firstLine(notes), notes: null };
  const filing = { accountId: null, contactId: null, prospectId: prospect.id, ownerId: whoeverActs(tx, prospect.ownerId, by.userId) };
  return createActivity(tx, { prospect }, { ...what, ...filing, date: nextOn, time: nextTime, endDate: null, endTime: null }, by);
}

/** Ends each of these activities; only what is planned with this prospect, another's id changes nothing. */
function finish(tx: Transaction, which: SQL | undefined, end: { status: "done" | "cancelled"; doneAt?: number }, now: number): NonNullable<Change["also"]> {
  const planned = tx.select().from(activities).where(which).all();
  return planned.map((before) => {
    const { id, accountId, prospectId, version } = before;
    const after = tx
      .update(activities)
      .set({ ...end, remindAt: null, updatedAt: now, version: version + 1 })
      .where(eq(activities.id, id))
      .returning()
      .get();
    return { name: `activity.${end.status}`, change: { kind: "activity", id, accountId, prospectId, before, after } };
  });
}

function plannedWith(prospectId: number) {
  return and(eq(activities.prospectId, prospectId), eq(activities.status, "planned"), isNull(activities.deletedAt));
}

function requireReason(tx: Transaction, id: number | null): number {
  if (id === null) throw new RuleError("prospects.no_reason", "lostReasonId");
  requireOption(tx, "lost_reason", { id, field: "lostReasonId" });
  return id;
}

function firstLine(text: string): string {
  return text.split("\n")[0]!.slice(0, 200);
}
