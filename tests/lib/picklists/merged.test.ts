import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountContacts, accounts, bulks, contacts, events, listExports, origins, picklistOptions, prospects, savedViews } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { changeAccountFields } from "@/lib/accounts/change-fields";
import { createContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { accountsOfContact } from "@/lib/contacts/relations";
import { saveView } from "@/lib/lists/commands";
import { followMerge } from "@/lib/lists/merged-choice";
import { mergeOrigins, offerOrigin } from "@/lib/origins/commands";
import { findOriginPair } from "@/lib/origins/queries";
import { editOption, mergeOptions } from "@/lib/picklists/commands";
import { findPair } from "@/lib/picklists/queries";
import { createProspect, editProspect } from "@/lib/prospects/commands";
import { prospectEditForm, prospectForm } from "@/lib/prospects/forms";
import { now, today, type World, world } from "../../support/world";
import { begin, done, undone } from "../bulks/support";
import { nextJob, oneSlice, runJobs } from "../imports/jobs";

const originOf = ({ db }: World, place: number) => db.select().from(origins).orderBy(origins.id).all()[place]!.id;
const optionCalled = ({ db }: World, name: string) => db.select().from(picklistOptions).where(eq(picklistOptions.name, name)).get()!.id;

function mergeTwoOrigins(here: World, fromId: number, intoId: number) {
  return write(here.db, (tx) => mergeOrigins(tx, findOriginPair(scopeFor(here.viewer("marta"), tx), { fromId, intoId })!, { userId: here.ids.marta, now }));
}

function mergeTwoOptions(here: World, from: string, into: string) {
  const pair = findPair(scopeFor(here.viewer("marta"), here.db), { fromId: optionCalled(here, from), intoId: optionCalled(here, into) })!;
  return write(here.db, (tx) => mergeOptions(tx, pair, { userId: here.ids.marta, now }));
}

const by = ({ ids }: World) => ({ userId: ids.ana, now, zone: "America/Monterrey" });

function addProspect(here: World, typed: object) {
  return write(here.db, (tx) => createProspect(tx, undefined, prospectForm.parse({ contactedOn: today, personName: "Rosa", ...typed }), by(here)).id);
}

test("two origins are merged: whoever came by the one came by the other, also when that is merged meanwhile", async () => {
  const here = world();
  const { db, ids } = here;
  const [one, other, third] = [originOf(here, 0), originOf(here, 1), originOf(here, 2)];
  write(db, (tx) => changeAccountFields(tx, { id: ids.acme }, { originId: one }, now));
  const person = contactForm.parse({ accountId: String(ids.acme), givenName: "Rosa", originId: String(one) });
  write(db, (tx) => createContact(tx, person, { userId: ids.ana, now }));
  addProspect(here, { originId: String(one) });

  const { batchId } = mergeTwoOrigins(here, one, other);
  const job = nextJob(db)!;
  expect(oneSlice(db, job)).toBe("more");
  mergeTwoOrigins(here, other, third);
  while (oneSlice(db, job) === "more");
  await runJobs(db);

  const held = [accounts, contacts, prospects].map((table) => db.select({ originId: table.originId }).from(table).all());
  expect(held.flat().map(({ originId }) => originId)).toEqual(expect.arrayContaining([third, third, third]));
  expect(held.flat().filter(({ originId }) => originId === one || originId === other)).toEqual([]);
  const told = db.select({ name: events.name }).from(events).where(eq(events.batchId, batchId!)).all();
  expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining(["contact.edited", "prospect.edited"]));
  const kept = db.$client.prepare("select origin_id, owner_id, measure, total from origin_totals where total <> 0 order by 1, 2, 3").all();
  expect(kept).toEqual(db.$client.prepare("select origin_id, owner_id, measure, total from origin_totals_formula where total <> 0 order by 1, 2, 3").all());
});

test("only two origins, into one that is offered; what is offered again is no longer merged", () => {
  const here = world();
  const [one, other] = [originOf(here, 0), originOf(here, 1)];
  expect(() => mergeTwoOrigins(here, one, one)).toThrow("settings.merge_itself");
  mergeTwoOrigins(here, one, other);
  expect(() => mergeTwoOrigins(here, other, one)).toThrow("not_in_list");
  write(here.db, (tx) => offerOrigin(tx, { id: one }, true, now));
  expect(here.db.select().from(origins).where(eq(origins.id, one)).get()).toMatchObject({ isActive: true, mergedIntoId: null });
});

test("a saved view follows the merge of whatever choice its list is filtered by", () => {
  const cases = [
    ["account_category", "accounts", "category"],
    ["industry", "accounts", "industry"],
    ["industry", "prospects", "industry"],
    ["interest_level", "accounts", "interest"],
    ["contact_channel", "prospects", "channel"],
    ["origin", "accounts", "origin"],
    ["origin", "contacts", "origin"],
    ["origin", "prospects", "origin"],
  ] as const;
  const { db, ids } = world();
  for (const [choice, list, parameter] of cases) {
    const wanted = { list, name: `${list} ${parameter}`, audience: "private" as const, groupId: null, address: `${parameter}=7` };
    const { id } = write(db, (tx) => saveView(tx, wanted, { userId: ids.ana, now, mayForAll: false }));
    write(db, (tx) => followMerge(tx, { choice, fromId: 7, intoId: 9, now }));
    expect(db.select().from(savedViews).where(eq(savedViews.id, id)).get()!.address, `${list} ${parameter}`).toMatch(new RegExp(`^${parameter}=9`));
  }
});

test("saved views and what the worker was asked for follow a merge", async () => {
  const here = world();
  const { db, ids, viewer } = here;
  const [from, into] = [optionCalled(here, "Minorista"), optionCalled(here, "Mayorista")];
  const [origin, heir] = [originOf(here, 0), originOf(here, 1)];
  const view = (list: "accounts" | "prospects", address: string) =>
    write(db, (tx) => saveView(tx, { list, name: address, audience: "private", groupId: null, address }, { userId: ids.ana, now, mayForAll: false }).id);
  const named = view("accounts", `category=${from}&origin=${origin}&sort=-name`);
  const ofProspects = view("prospects", `origin=${origin}&owner=${from}`);
  write(db, (tx) => changeAccountFields(tx, { id: ids.beta }, { categoryId: from }, now));
  const waiting = begin(here, "marta", "accounts", { address: `category=${from}`, origin: String(origin) });
  const asked = { list: "accounts", format: "csv", state: "waiting", address: `category=${from}` } as const;
  db.insert(listExports)
    .values({ ...asked, ownerId: ids.ana, columns: [], expiresAt: now, createdAt: now })
    .run();

  const { also } = mergeTwoOptions(here, "Minorista", "Mayorista");
  expect(also?.map(({ name, change }) => [name, change.id])).toEqual([["view.edited", named]]);
  mergeTwoOrigins(here, origin, heir);
  const addressOf = (id: number) => db.select().from(savedViews).where(eq(savedViews.id, id)).get()!.address;
  expect(addressOf(named)).toBe(`category=${into}&origin=${heir}&sort=-name`);
  expect(addressOf(ofProspects)).toBe(`origin=${heir}&owner=${from}`);
  expect(db.select().from(bulks).where(eq(bulks.id, waiting)).get()!.address).toBe(`category=${into}`);
  expect(db.select().from(listExports).get()!.address).toBe(`category=${into}`);
  await runJobs(db);
  expect(scopeFor(viewer("marta"), db).select().from(accounts).where(eq(accounts.id, ids.beta)).get()).toMatchObject({ categoryId: into });
  expect(db.select().from(accounts).where(eq(accounts.originId, origin)).all()).toEqual([]);
});

test("taking back a change gives what the choice became since", async () => {
  const here = world();
  const { db, ids } = here;
  write(db, (tx) => changeAccountFields(tx, { id: ids.acme }, { categoryId: optionCalled(here, "Minorista") }, now));
  const id = await done(here, "marta", "accounts", { ids: String(ids.acme), category: String(optionCalled(here, "Consumidor")) });
  mergeTwoOptions(here, "Minorista", "Mayorista");
  await runJobs(db);
  await undone(here, "marta", id);
  expect(db.select().from(accounts).where(eq(accounts.id, ids.acme)).get()).toMatchObject({ categoryId: optionCalled(here, "Mayorista") });
});

test("a role is called as the list calls it, also after it got another name; what is none of the list's stays as typed", () => {
  const here = world();
  const { db, ids } = here;
  const make = (role: string) =>
    write(db, (tx) => createContact(tx, contactForm.parse({ accountId: String(ids.acme), givenName: role, role }), { userId: ids.ana, now }).id);
  const roleOf = (id: number) => accountsOfContact(scopeFor(here.viewer("ana"), db), id)[0]!.role;
  const [buys, plays] = [make("compras"), make("Portero suplente")];
  expect(db.select().from(accountContacts).where(eq(accountContacts.contactId, buys)).get()).toMatchObject({
    role: null,
    roleId: optionCalled(here, "Compras"),
  });
  write(db, (tx) => editOption(tx, { id: optionCalled(here, "Compras") }, { name: "Abastecimiento", color: null, place: undefined }));
  expect([roleOf(buys), roleOf(plays)]).toEqual(["Abastecimiento", "Portero suplente"]);
  mergeTwoOptions(here, "Gerencia", "Dirección");
  expect(roleOf(make("Gerencia"))).toBe("Dirección");
});

test("a prospect holds on to a retired choice, and is given none", () => {
  const here = world();
  const { db } = here;
  const channel = db.select().from(picklistOptions).where(eq(picklistOptions.list, "contact_channel")).get()!.id;
  const industry = db.select().from(picklistOptions).where(eq(picklistOptions.list, "industry")).get()!.id;
  const held = { channelId: String(channel), industryId: String(industry), originId: String(originOf(here, 0)) };
  const id = addProspect(here, held);
  db.update(picklistOptions).set({ isActive: false }).run();
  db.update(origins).set({ isActive: false }).run();
  const edit = (typed: object) => prospectEditForm.parse({ id: String(id), contactedOn: today, personName: "Rosa Paz", ...held, ...typed });
  expect(write(db, (tx) => editProspect(tx, { id }, undefined, edit({}), by(here))).after).toMatchObject({ personName: "Rosa Paz", channelId: channel });
  expect(() => write(db, (tx) => editProspect(tx, { id }, undefined, edit({ originId: String(originOf(here, 1)) }), by(here)))).toThrow("not_in_list");
  for (const field of ["channelId", "industryId", "originId"] as const) expect(() => addProspect(here, { [field]: held[field] })).toThrow("not_in_list");
});
