import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, activities, bulks, contacts, events, prospects, users } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { undoBulk } from "@/lib/bulks/commands";
import { handoverForm } from "@/lib/bulks/forms";
import { handOver } from "@/lib/bulks/handover";
import { countHeld } from "@/lib/bulks/held";
import { canHandOver } from "@/lib/bulks/policy";
import { bulkProblems, countBulk, findBulk } from "@/lib/bulks/queries";
import { createContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { createProspect } from "@/lib/prospects/commands";
import { prospectForm } from "@/lib/prospects/forms";
import { activateUser } from "@/lib/users/commands";
import { findUser } from "@/lib/users/queries";
import { now, today, viewerOf, type World, world } from "../../support/world";
import { runJobs } from "../imports/jobs";

const everything = ["accounts", "contacts", "prospects", "activities"];

/** Ana with one record more of each kind, and work that is done, which stays hers. */
function busyAna() {
  const here = world();
  const { db, ids } = here;
  const ana = { userId: ids.ana, now, today, zone: "America/Monterrey" };
  const made = write(db, (tx) => ({
    contact: createContact(tx, contactForm.parse({ accountId: String(ids.acme), givenName: "Rosa", ownerId: String(ids.ana) }), ana).id,
    prospect: createProspect(tx, undefined, prospectForm.parse({ contactedOn: today, personName: "Eva Solís" }), ana).id,
    planned: createActivity(tx, {}, activityForm.parse({ kind: "task", subject: "Llamar", date: today }), ana).id,
    note: createActivity(tx, {}, activityForm.parse({ kind: "note", subject: "Dijo que sí", date: today }), ana).id,
  }));
  return { here, db, ids, made };
}

function begin({ db, ids }: World, who: number, typed: Record<string, unknown>) {
  return write(db, (tx) => {
    const viewer = viewerOf(db, who);
    const input = handoverForm.parse({ id: ids.ana, kinds: everything, ...typed });
    return handOver(tx, { id: ids.ana }, input, { viewer, held: countHeld(scopeFor(viewer, tx), ids.ana), now });
  });
}

const bulkOf = ({ after }: { after: Record<string, unknown> | null }) => Number(after!.bulkId);

function ownersOf({ db, made, ids }: ReturnType<typeof busyAna>) {
  const of = (table: typeof accounts | typeof contacts | typeof prospects | typeof activities, id: number) =>
    db.select({ ownerId: table.ownerId }).from(table).where(eq(table.id, id)).get()!.ownerId;
  const held = [of(accounts, ids.acme), of(accounts, ids.beta), of(contacts, made.contact), of(prospects, made.prospect), of(activities, made.planned)];
  return { held, note: of(activities, made.note) };
}

test("leaving and handing over are one deed: all goes in one batch, and one undo takes it back once she is back", async () => {
  const busy = busyAna();
  const { here, db, ids, made } = busy;
  const change = begin(here, ids.marta, { ownerId: String(ids.luis), deactivates: "on" });
  expect(change.also?.map(({ name }) => name)).toEqual(["user.deactivated"]);
  expect(db.select().from(users).where(eq(users.id, ids.ana)).get()).toMatchObject({ isActive: false, epoch: 2 });
  await runJobs(db);

  expect(ownersOf(busy)).toEqual({ held: Array(5).fill(ids.luis), note: ids.ana });
  const scope = scopeFor(viewerOf(db, ids.marta), db);
  const bulk = findBulk(scope, bulkOf(change))!;
  expect(bulk).toMatchObject({ state: "done", total: 5, heldBy: { id: ids.ana, name: "Ana" } });
  expect(countBulk(scope, bulk)).toEqual({ changed: 5, unchanged: 0, refused: 0, kept: 0 });
  const told = db.select({ name: events.name }).from(events).where(eq(events.batchId, bulk.batchId)).all();
  expect(told.map(({ name }) => name).sort()).toEqual(["account.edited", "account.edited", "activity.edited", "contact.edited", "prospect.edited"]);

  const row = () => db.select().from(bulks).where(eq(bulks.id, bulk.id)).get()!;
  const undo = write(db, (tx) => undoBulk(tx, row(), { userId: ids.marta, now }).id);
  await runJobs(db);
  const refused = bulkProblems(scope, findBulk(scope, undo)!);
  expect(refused.map(({ list, id }) => `${list} ${id}`)).toEqual([
    `accounts ${ids.acme}`,
    `accounts ${ids.beta}`,
    `contacts ${made.contact}`,
    `prospects ${made.prospect}`,
    `activities ${made.planned}`,
  ]);
  write(db, (tx) => void activateUser(tx, { id: ids.ana }, now));
  write(db, (tx) => void undoBulk(tx, row(), { userId: ids.marta, now }));
  await runJobs(db);
  expect(ownersOf(busy)).toEqual({ held: Array(5).fill(ids.ana), note: ids.ana });
});

test("to a group go the accounts and contacts; what is always one person's goes to a person", async () => {
  const busy = busyAna();
  const { here, db, ids } = busy;
  const to = { ownerId: `g${ids.sur}` };
  expect(() => begin(here, ids.marta, to)).toThrow("users.choose_person");
  begin(here, ids.marta, { ...to, personId: String(ids.luis) });
  await runJobs(db);
  expect(ownersOf(busy).held).toEqual([null, null, null, ids.luis, ids.luis]);
  expect(db.select().from(accounts).where(eq(accounts.id, ids.acme)).get()).toMatchObject({ ownerGroupId: ids.sur, ownerKey: "sur" });
  expect(
    scopeFor(here.viewer("ana"), db)
      .select()
      .from(scopeFor(here.viewer("ana"), db).accounts)
      .all(),
  ).toEqual([]);
});

test("nobody gives away more than they may: each record is asked for by itself, and what moved meanwhile stays", async () => {
  const busy = busyAna();
  const { here, db, ids } = busy;
  expect(canHandOver(here.viewer("bruno"), findUser(scopeFor(here.viewer("bruno"), db), ids.ana)!)).toBe(false);
  expect(() => begin(here, ids.ana, { ownerId: String(ids.luis) })).toThrow("users.choose_what");
  const change = begin(here, ids.bruno, { ownerId: String(ids.bruno), kinds: ["accounts"] });
  db.update(accounts).set({ ownerId: ids.luis }).where(eq(accounts.id, ids.acme)).run();
  await runJobs(db);
  expect(ownersOf(busy).held.slice(0, 2)).toEqual([ids.luis, ids.bruno]);
  expect(countBulk(scopeFor(here.viewer("marta"), db), { id: bulkOf(change) })).toMatchObject({ changed: 1 });
});

test("somebody else has to be chosen, and something", () => {
  const { here, ids } = busyAna();
  const ask = (typed: Record<string, unknown>) => () => begin(here, ids.marta, typed);
  expect(ask({})).toThrow("users.choose_heir");
  expect(ask({ ownerId: String(ids.ana) })).toThrow("users.own_heir");
  expect(ask({ ownerId: "9999" })).toThrow("not_in_list");
  expect(ask({ ownerId: "g9999" })).toThrow("not_in_list");
  expect(ask({ ownerId: String(ids.luis), kinds: undefined })).toThrow("users.choose_what");
  expect(here.db.select().from(bulks).all()).toEqual([]);
});

test("what lies in the trash goes over too, so that what is restored is somebody's; a group's heir for it is asked for", async () => {
  const busy = busyAna();
  const { here, db, ids, made } = busy;
  const trashed = [
    [accounts, ids.beta],
    [contacts, made.contact],
    [prospects, made.prospect],
    [activities, made.planned],
  ] as const;
  for (const [table, id] of trashed) db.update(table).set({ deletedAt: now }).where(eq(table.id, id)).run();
  expect(countHeld(scopeFor(here.viewer("marta"), db), ids.ana)).toEqual({ accounts: 2, contacts: 1, prospects: 1, activities: 1 });
  expect(() => begin(here, ids.marta, { ownerId: `g${ids.sur}`, kinds: ["prospects"] })).toThrow("users.choose_person");

  const change = begin(here, ids.marta, { ownerId: String(ids.luis), deactivates: "on" });
  await runJobs(db);
  expect(countBulk(scopeFor(here.viewer("marta"), db), { id: bulkOf(change) })).toEqual({ changed: 5, unchanged: 0, refused: 0, kept: 0 });
  expect(ownersOf(busy)).toEqual({ held: Array(5).fill(ids.luis), note: ids.ana });
  for (const [table, id] of trashed) expect(db.select({ at: table.deletedAt }).from(table).where(eq(table.id, id)).get()!.at).toBe(now);
  const access = (one: string, other: string) =>
    db.$client.prepare(`select principal, account_id from ${one} except select principal, account_id from ${other}`).all();
  expect([access("account_access", "account_access_formula"), access("account_access_formula", "account_access")]).toEqual([[], []]);

  write(db, (tx) => void activateUser(tx, { id: ids.ana }, now));
  const row = db
    .select()
    .from(bulks)
    .where(eq(bulks.id, bulkOf(change)))
    .get()!;
  write(db, (tx) => void undoBulk(tx, row, { userId: ids.marta, now }));
  await runJobs(db);
  expect(ownersOf(busy).held).toEqual(Array(5).fill(ids.ana));
});

test("what is in the trash is given away by who sees it there, and by nobody else", async () => {
  const busy = busyAna();
  const { here, db, ids } = busy;
  db.update(accounts).set({ deletedAt: now }).where(eq(accounts.id, ids.acme)).run();
  begin(here, ids.bruno, { ownerId: String(ids.bruno), kinds: ["accounts"] });
  await runJobs(db);
  expect(ownersOf(busy).held.slice(0, 2)).toEqual([ids.bruno, ids.bruno]);
  const others = busyAna();
  others.db.update(accounts).set({ deletedAt: now, ownerId: others.ids.luis }).where(eq(accounts.id, others.ids.zeta)).run();
  expect(countHeld(scopeFor(others.here.viewer("bruno"), others.db), others.ids.luis).accounts).toBe(0);
});
