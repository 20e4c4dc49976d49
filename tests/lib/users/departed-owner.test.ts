import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, activities, contacts, prospects, users } from "@/db/schema";
import { write } from "@/db/write";
import { editAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createActivity } from "@/lib/activities/commands";
import { editActivity } from "@/lib/activities/edit";
import { activityForm } from "@/lib/activities/forms";
import { createContact, editContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { createOrder } from "@/lib/orders/commands";
import { createProspect, editProspect } from "@/lib/prospects/commands";
import { followUp } from "@/lib/prospects/follow-up";
import { followUpForm, prospectEditForm, prospectForm } from "@/lib/prospects/forms";
import { by, cement, done, draft } from "../../support/papers";
import { now, today, world } from "../../support/world";
import { applied, checked } from "../imports/jobs";

const zone = "America/Monterrey";
const elsewhere = expect.objectContaining({ code: "not_in_list", field: "ownerId" });

/** Records of Bruno, who has left since; Ana works on. */
function departed() {
  const here = world();
  const { db, ids } = here;
  const at = { now, zone, today };
  const bruno = { userId: ids.bruno, ...at };
  const made = write(db, (tx) => ({
    account: ids.zeta,
    contact: createContact(tx, contactForm.parse({ accountId: String(ids.zeta), givenName: "Rosa", ownerId: String(ids.bruno) }), bruno).id,
    prospect: createProspect(tx, undefined, prospectForm.parse({ contactedOn: today, personName: "Eva Solís" }), bruno).id,
    activity: createActivity(tx, {}, activityForm.parse({ kind: "task", subject: "Llamar", date: today }), bruno).id,
  }));
  db.update(accounts).set({ ownerId: ids.bruno }).where(eq(accounts.id, ids.zeta)).run();
  db.update(users).set({ isActive: false }).where(eq(users.id, ids.bruno)).run();
  return { here, db, ids, made, ana: { userId: ids.ana, ...at } };
}

test("what belongs to a colleague who left is edited and stays theirs", () => {
  const { db, ids, made, ana } = departed();
  const ownerId = String(ids.bruno);
  write(db, (tx) => editAccount(tx, { id: made.account }, accountForm.parse({ name: "Zeta SA", ownerId }), ana));
  write(db, (tx) => editContact(tx, { id: made.contact }, contactForm.parse({ givenName: "Rosa María", ownerId }), ana));
  const prospect = prospectEditForm.parse({ id: made.prospect, contactedOn: today, personName: "Eva Solís Ruiz", ownerId });
  write(db, (tx) => editProspect(tx, { id: made.prospect }, undefined, prospect, ana));
  write(db, (tx) => editActivity(tx, { id: made.activity }, {}, activityForm.parse({ kind: "task", subject: "Escribir", date: today, ownerId }), ana));
  expect(db.select().from(accounts).where(eq(accounts.id, made.account)).get()).toMatchObject({ name: "Zeta SA", ownerId: ids.bruno });
  expect(db.select().from(contacts).where(eq(contacts.id, made.contact)).get()).toMatchObject({ givenName: "Rosa María", ownerId: ids.bruno });
  expect(db.select().from(prospects).get()).toMatchObject({ personName: "Eva Solís Ruiz", ownerId: ids.bruno });
  expect(db.select().from(activities).get()).toMatchObject({ subject: "Escribir", ownerId: ids.bruno });
});

test("a list that is brought changes an account of theirs", async () => {
  const { here, db, ids, made } = departed();
  const { id } = await checked(here, "accounts", new TextEncoder().encode("Nombre,Ciudad\nZeta,Saltillo\n"), { as: "marta" });
  expect((await applied(db, id)).rows).toMatchObject([{ outcome: "changed" }]);
  expect(db.select().from(accounts).where(eq(accounts.id, made.account)).get()).toMatchObject({ city: "Saltillo", ownerId: ids.bruno });
});

test("nothing else is given to them", () => {
  const { db, ids, made, ana } = departed();
  const ownerId = String(ids.bruno);
  expect(() => write(db, (tx) => editAccount(tx, { id: ids.acme }, accountForm.parse({ name: "Acme", ownerId }), ana))).toThrow(elsewhere);
  expect(() => write(db, (tx) => createContact(tx, contactForm.parse({ accountId: String(ids.acme), givenName: "Leo", ownerId }), ana))).toThrow(elsewhere);
  expect(() => write(db, (tx) => createActivity(tx, {}, activityForm.parse({ kind: "task", subject: "Ver", date: today, ownerId }), ana))).toThrow(elsewhere);
  expect(() =>
    write(db, (tx) => editActivity(tx, { id: made.activity }, {}, activityForm.parse({ kind: "task", subject: "Ver", date: today, ownerId: "9999" }), ana)),
  ).toThrow(elsewhere);
});

test("their prospect is followed up by who works on, and bought from", () => {
  const { db, ids, made, ana } = departed();
  const input = followUpForm.parse({ id: made.prospect, kind: "call", notes: "Contestó", milestone: "none", nextKind: "call", nextOn: "2026-12-01" });
  const { also } = write(db, (tx) => followUp(tx, { id: made.prospect }, input, ana));
  expect(also?.map(({ change }) => change.after)).toMatchObject([{ ownerId: ids.ana, prospectId: made.prospect, status: "planned" }]);

  const order = done(db, (tx) => createOrder(tx, draft({ prospectId: made.prospect, lines: [cement] }), by(ids.ana)));
  expect(db.select().from(accounts).where(eq(accounts.id, order.accountId)).get()).toMatchObject({ name: "Eva Solís", ownerId: ids.bruno });
  expect(db.select().from(contacts).where(eq(contacts.id, order.contactId!)).get()).toMatchObject({ ownerId: ids.bruno });
});
