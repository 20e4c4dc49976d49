import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { pinnedNotes, routines, thrownAway } from "@/db/seeds/demo/shared";
import { colleagueSees } from "@/lib/access/colleague";
import { createActivity, trashActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { logActivity } from "@/lib/activities/log";
import { addDays, toInstant } from "@/lib/core/dates";
import { notify } from "@/lib/notices/commands";
import type { Book, Customer } from "./book";
import type { Stage } from "./stage";
import type { Team } from "./team";

/** What is kept on top of some accounts, who was mentioned there, the work that comes again, and what was written twice and thrown away. */
export function tellNotes(stage: Stage, { customers }: Book, { manager }: Team) {
  const { tx, agenda, example, asOf } = stage;
  const { name } = tx.select({ name: users.name }).from(users).where(eq(users.id, manager)).get()!;
  const on = (daysBefore: number, time: string) => toInstant(`${addDays(asOf, -daysBefore)}T${time}`, example.zone).instant;
  for (const [place, text] of pinnedNotes.entries()) {
    const customer = customers[place * 2]!;
    agenda.add(on(20 - 6 * place, "11:20"), (now) => pin(stage, customer, text.replace("{colleague}", name), now));
  }
  for (const [place, routine] of routines.entries()) {
    const customer = customers[place * 3 + 1]!;
    agenda.add(on(9 - place, "09:10"), (now) => begin(stage, customer, routine, now));
  }
  agenda.add(on(2, "12:40"), (now) => throwAway(stage, customers[3]!, now));
}

function pin({ tx, tell, by }: Stage, { accountId, ownerId }: Customer, notes: string, now: number) {
  const mine = by(ownerId, now);
  const record = { ownerId };
  const maySee = (userId: number) => colleagueSees(tx, userId, { now, module: "activities", record });
  tell("activity.created", logActivity(tx, { id: accountId }, { accountId, kind: "note", notes, isPinned: true }, { ...mine, maySee }), mine);
}

function begin({ tx, tell, by, asOf }: Stage, { accountId, contactId, ownerId }: Customer, routine: (typeof routines)[number], now: number) {
  const mine = by(ownerId, now);
  const { subject, ahead, unit, times } = routine;
  const days = { week: 7, month: 30, month_end: 30 }[unit];
  const what = { kind: "task", subject, date: addDays(asOf, ahead), time: "10:30", accountId, contactId, ownerId };
  const input = activityForm.parse({ ...what, repeatUnit: unit, repeatUntil: addDays(asOf, ahead + days * times) });
  const contact = contactId === null ? undefined : { id: contactId };
  const { id } = tell("activity.created", createActivity(tx, { account: { id: accountId }, contact }, input, mine), mine);
  if (ahead === 0) notify(tx, { userId: ownerId, kind: "reminder", subject: { kind: "activity", id }, now });
}

function throwAway({ tx, tell, by, asOf }: Stage, { accountId, ownerId }: Customer, now: number) {
  const mine = by(ownerId, now);
  const input = activityForm.parse({ kind: "task", subject: thrownAway, date: addDays(asOf, 1), time: "11:00", accountId, ownerId });
  const { id } = tell("activity.created", createActivity(tx, { account: { id: accountId } }, input, mine), mine);
  tell("activity.trashed", trashActivity(tx, { id }, mine), mine);
}
