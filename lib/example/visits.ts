import { appointments, collections, visits } from "@/db/seeds/demo/shared";
import { createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { logActivity } from "@/lib/activities/log";
import { addDays } from "@/lib/core/dates";
import type { Customer } from "./book";
import type { Goods } from "./catalog";
import type { Stage } from "./stage";

type Who = Pick<Customer, "accountId" | "ownerId">;

/** What a colleague says of an account once it is over. */
export function visit(stage: Stage, customer: Who, goods: Goods, now: number) {
  const [kind, sentence] = stage.random.pick(visits);
  const [, name] = stage.random.pick(goods).item;
  log(stage, customer, { kind, notes: sentence.replace("{item}", name.toLowerCase()) }, now);
}

export function chase(stage: Stage, customer: Who, userId: number, now: number) {
  const [kind, notes] = stage.random.pick(collections);
  log(stage, { ...customer, ownerId: userId }, { kind, notes }, now);
}

/** Days ahead of the story's end, from that very day on. */
export function appoint(stage: Stage, customer: Customer, daysAhead: number, now: number) {
  const { tx, tell, by, random, asOf } = stage;
  const mine = by(customer.ownerId, now);
  const hour = String(random.whole(9, 17)).padStart(2, "0");
  const input = activityForm.parse({
    ...{ kind: "appointment", subject: random.pick(appointments), date: addDays(asOf, daysAhead), time: `${hour}:${random.pick(["00", "30"])}` },
    ...{ accountId: customer.accountId, contactId: customer.contactId, ownerId: customer.ownerId },
  });
  const filing = { account: { id: customer.accountId }, contact: customer.contactId === null ? undefined : { id: customer.contactId } };
  tell("activity.created", createActivity(tx, filing, input, mine), mine);
}

function log(
  { tx, tell, by }: Stage,
  { accountId, ownerId }: Who,
  { kind, notes }: { kind: "call" | "visit" | "meeting" | "whatsapp" | "email" | "note"; notes: string },
  now: number,
) {
  const mine = by(ownerId, now);
  tell("activity.created", logActivity(tx, { id: accountId }, { accountId, kind, notes }, mine), mine);
}
