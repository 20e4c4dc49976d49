import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { picklistOptions, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { completeActivity, moveActivity, trashActivity } from "@/lib/activities/commands";
import { listActivities } from "@/lib/activities/queries";
import { RuleError } from "@/lib/core/errors";
import { createProspect, editProspect, reopenProspect, trashProspect } from "@/lib/prospects/commands";
import { followUp } from "@/lib/prospects/follow-up";
import { followUpForm, prospectEditForm, prospectForm } from "@/lib/prospects/forms";
import { findProspect } from "@/lib/prospects/queries";
import { createQuote } from "@/lib/quotes/commands";
import { cement, done, draft, by as papersBy } from "../../support/papers";
import { now, today, type World, world } from "../../support/world";

let here: World;
beforeEach(() => {
  here = world();
});
const by = () => ({ userId: here.ids.ana, now, zone: "America/Monterrey" });
const scope = () => scopeFor(here.viewer("ana"), here.db);
const add = (typed: Record<string, string> = {}) =>
  write(here.db, (tx) => createProspect(tx, undefined, prospectForm.parse({ contactedOn: today, personName: "Rosa Elvira", ...typed }), by())).id;
const prospect = (id: number) => findProspect(scope(), id)!;
const follow = (id: number, typed: Record<string, string | string[]>) =>
  write(here.db, (tx) => followUp(tx, { id }, followUpForm.parse({ id: String(id), kind: "call", notes: "Pidió precios", ...typed }), by()));

test("folios follow one another, and the hour makes an appointment on the day of contact", () => {
  const first = add({ appointmentTime: "16:30" });
  const second = add();
  expect([prospect(first).number, prospect(second).number]).toEqual([1, 2]);
  const [appointment] = listActivities(scope(), { prospectId: first });
  expect(appointment).toMatchObject({
    kind: "appointment",
    startsAt: "2026-08-22T16:30",
    endsAt: "2026-08-22T17:30",
    zone: "America/Monterrey",
    status: "planned",
  });
  expect(prospect(first)).toMatchObject({ nextActionOn: today, nextActionAtUtc: appointment!.startsAtUtc, signal: "today" });
  expect(prospect(second)).toMatchObject({ nextActionOn: null, signal: "no_action" });
});

test("a date without an hour plans the whole day", () => {
  const id = add({ appointmentOn: "2026-08-25" });
  expect(listActivities(scope(), { prospectId: id })[0]).toMatchObject({ isAllDay: true, startsAt: "2026-08-25", endsAt: "2026-08-26" });
  expect(prospect(id)).toMatchObject({ nextActionOn: "2026-08-25", nextActionAtUtc: null, signal: "planned" });
});

test("the next action is always the earliest one that is planned", () => {
  const id = add({ appointmentOn: "2026-08-25", appointmentTime: "10:00" });
  follow(id, { nextOn: "2026-08-23", nextSubject: "Llamar" });
  expect(prospect(id).nextActionOn).toBe("2026-08-23");
  const [sooner] = listActivities(scope(), { prospectId: id }).filter(({ subject }) => subject === "Llamar");
  write(here.db, (tx) => moveActivity(tx, { id: sooner!.id }, { date: "2026-08-30", time: null }, by()));
  expect(prospect(id).nextActionOn).toBe("2026-08-25");
  const [appointment] = listActivities(scope(), { prospectId: id }).filter(({ kind }) => kind === "appointment");
  write(here.db, (tx) => completeActivity(tx, { id: appointment!.id }, { result: "Le gustó" }, by()));
  expect(prospect(id).nextActionOn).toBe("2026-08-30");
  expect(() => write(here.db, (tx) => completeActivity(tx, { id: appointment!.id }, { result: null }, by()))).toThrow("activities.already_done");
  write(here.db, (tx) => trashActivity(tx, { id: sooner!.id }, by()));
  expect(prospect(id)).toMatchObject({ nextActionOn: null, signal: "no_action" });
});

test("a first follow-up makes contact, and what was pending can be done with it", () => {
  const id = add({ appointmentTime: "09:00" });
  const [appointment] = listActivities(scope(), { prospectId: id });
  follow(id, { done: [String(appointment!.id)], milestone: "quoted" });
  expect(prospect(id)).toMatchObject({ status: "contacted", quotedOn: today, nextActionOn: null });
  expect(listActivities(scope(), { prospectId: id }).map(({ status }) => status)).toEqual(["done", "done"]);
});

test("cancelling takes a reason, empties the plan and can be undone by opening again", () => {
  const id = add({ appointmentOn: "2026-08-25" });
  expect(followUpForm.safeParse({ id: "1", kind: "call", notes: "x", milestone: "cancelled" }).success).toBe(false);
  const channel = here.db
    .select()
    .from(picklistOptions)
    .all()
    .find(({ list }) => list === "contact_channel")!;
  expect(() => follow(id, { milestone: "cancelled", lostReasonId: String(channel.id) })).toThrow("not_in_list");
  const reason = here.db
    .select()
    .from(picklistOptions)
    .all()
    .find(({ list }) => list === "lost_reason")!;
  follow(id, { milestone: "cancelled", lostReasonId: String(reason.id) });
  expect(prospect(id)).toMatchObject({ status: "lost", signal: "cancelled", nextActionOn: null, lostReasonId: reason.id });
  expect(() => follow(id, {})).toThrow("prospects.closed");
  write(here.db, (tx) => reopenProspect(tx, { id }, by()));
  expect(prospect(id)).toMatchObject({ status: "contacted", signal: "no_action", lostReasonId: null });
});

test("an order closes it, and what has a quote is not thrown away", () => {
  const id = add();
  follow(id, { milestone: "ordered" });
  expect(prospect(id)).toMatchObject({ status: "converted", signal: "ordered" });
  here.db.update(prospects).set({ latestQuoteId: 9 }).run();
  expect(() => write(here.db, (tx) => trashProspect(tx, { id }, by()))).toThrow("prospects.has_documents");
});

test("a refused prospect takes no folio", () => {
  expect(() =>
    write(here.db, (tx) => createProspect(tx, undefined, prospectForm.parse({ contactedOn: today, personName: "x", ownerId: "999" }), by())),
  ).toThrow("not_in_list");
  expect(prospect(add()).number).toBe(1);
});

test("others' prospects are not there; one's manager's view reaches them", () => {
  const id = add();
  expect(findProspect(scopeFor(here.viewer("luis"), here.db), id)).toBeUndefined();
  expect(findProspect(scopeFor(here.viewer("bruno"), here.db), id)?.number).toBe(1);
});

test("another account leaves the contact of the former behind, and what has documents keeps an account", () => {
  const { db, ids } = here;
  const id = add();
  const quote = done(db, (tx) => createQuote(tx, draft({ prospectId: id, lines: [cement] }), papersBy(ids.ana)));
  expect(prospect(id)).toMatchObject({ accountId: quote.accountId, contactId: expect.any(Number) });
  const edit = (account?: { id: number }) =>
    write(db, (tx) => editProspect(tx, { id }, account, prospectEditForm.parse({ id: String(id), contactedOn: today, personName: "Rosa Elvira" }), by()));
  edit({ id: quote.accountId });
  expect(prospect(id).contactId).toBe(quote.contactId);
  expect(() => edit()).toThrow(new RuleError("prospects.account_in_use", "accountId"));
  edit({ id: ids.acme });
  expect(prospect(id)).toMatchObject({ accountId: ids.acme, contactId: null });
  expect(done(db, (tx) => createQuote(tx, draft({ prospectId: id, lines: [cement] }), papersBy(ids.ana))).accountId).toBe(ids.acme);
});

test("a follow-up tells what it finished, planned and cancelled", () => {
  const id = add({ appointmentOn: "2026-08-25" });
  const [planned] = listActivities(scope(), { prospectId: id });
  const { id: lostReason } = here.db.select().from(picklistOptions).where(eq(picklistOptions.list, "lost_reason")).get()!;
  const told = (typed: Record<string, string | string[]>) => follow(id, typed).also?.map(({ name }) => name);
  expect(told({ done: [String(planned!.id)], nextOn: "2026-08-23", nextSubject: "Llamar" })).toEqual(["activity.done", "activity.created"]);
  expect(told({ done: [String(planned!.id)] })).toEqual([]);
  expect(told({ milestone: "cancelled", lostReasonId: String(lostReason) })).toEqual(["activity.cancelled"]);
});
