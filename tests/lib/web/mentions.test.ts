import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { notices, users } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { editAccount } from "@/lib/accounts/commands";
import { accountEditForm } from "@/lib/accounts/forms";
import { findAccount } from "@/lib/accounts/queries";
import { byOf } from "@/lib/activities/by";
import { completeActivity, createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { createContact, editContact } from "@/lib/contacts/commands";
import { contactEditForm, contactForm } from "@/lib/contacts/forms";
import { type Change, recordEvent } from "@/lib/events/record";
import { createProspect, editProspect } from "@/lib/prospects/commands";
import { reachUnder } from "@/lib/prospects/filing";
import { followUp } from "@/lib/prospects/follow-up";
import { followUpForm, prospectEditForm, prospectForm } from "@/lib/prospects/forms";
import { findProspect } from "@/lib/prospects/queries";
import { tellMentionedIn } from "@/lib/web/mentions";
import { now, today, type World, world } from "../../support/world";

type Tx = Parameters<Parameters<typeof write>[1]>[0];

/** As the wrapper does it: the deed, who is told of it, and its event. */
function doing({ db, ids, viewer }: World) {
  const by = { userId: ids.ana, now, zone: "America/Monterrey" };
  const does = (name: string, deed: (tx: Tx) => Change): Change =>
    write(db, (tx) => {
      const change = deed(tx);
      tellMentionedIn(tx, viewer("ana"), name, change, now);
      recordEvent(tx, { viewer: viewer("ana"), name, change, at: now });
      return change;
    });
  const told = () =>
    db
      .select()
      .from(notices)
      .all()
      .map(({ userId, subjectKind, subjectId }) => [userId, subjectKind, subjectId]);
  return { by, does, told };
}

test("whoever the notes of an account, a contact or a prospect name is told, once", () => {
  const here = world();
  const { ids } = here;
  const { by, does, told } = doing(here);
  const account = (more: object) => {
    const { id: _id, ...input } = accountEditForm.parse({ id: ids.acme, name: "Acme", taxId: "ACM990101AB1", ownerId: String(ids.ana), ...more });
    return does("account.edited", (tx) => editAccount(tx, { id: ids.acme }, input, by));
  };
  account({ internalNote: "@Bruno, aprueba el descuento", description: "Preguntar a @Bruno" });
  account({ internalNote: "@Bruno, aprueba el descuento del 5 %", description: "Lo lleva @bruno" });
  expect(told()).toEqual([[ids.bruno, "account", ids.acme]]);

  const rosa = { accountId: String(ids.acme), givenName: "Rosa", ownerId: String(ids.ana) };
  const contact = does("contact.created", (tx) => createContact(tx, contactForm.parse({ ...rosa, description: "Prima de @Marta Ríos" }), by));
  const edited = contactEditForm.parse({ id: contact.id, ...rosa, description: "Prima de @Marta", internalNote: "Ver con @Bruno" });
  does("contact.edited", (tx) => editContact(tx, { id: contact.id }, edited, by));
  expect(told().slice(1)).toEqual([
    [ids.marta, "contact", contact.id],
    [ids.bruno, "contact", contact.id],
  ]);

  const typed = { contactedOn: today, personName: "Iván", ownerId: String(ids.ana) };
  const prospect = does("prospect.created", (tx) => createProspect(tx, undefined, prospectForm.parse({ ...typed, notes: "Lo mandó @Bruno" }), by));
  const again = prospectEditForm.parse({ id: String(prospect.id), ...typed, notes: "Lo mandó @Bruno ayer" });
  does("prospect.edited", (tx) => editProspect(tx, { id: prospect.id }, undefined, again, by));
  expect(told().slice(3)).toEqual([[ids.bruno, "prospect", prospect.id]]);
});

test("what came out of an activity and what was done with a prospect tells whom it names", () => {
  const here = world();
  const { db, ids, viewer } = here;
  const { by, does, told } = doing(here);
  const call = activityForm.parse({ kind: "call", subject: "Llamar", date: today, notes: "Pregunta de @Bruno" });
  const seen = findAccount(scopeFor(viewer("ana"), db), ids.acme);
  const made = does("activity.created", (tx) => createActivity(tx, { account: { id: ids.acme } }, call, byOf({ tx, viewer: viewer("ana"), now }, seen)));
  does("activity.done", (tx) => completeActivity(tx, made, { result: "@Bruno, que sí; @Marta ya sabe" }, by));
  expect(told()).toEqual([
    [ids.bruno, "activity", made.id],
    [ids.marta, "activity", made.id],
  ]);

  const prospect = does("prospect.created", (tx) =>
    createProspect(tx, undefined, prospectForm.parse({ contactedOn: today, personName: "Iván", ownerId: String(ids.ana) }), by),
  );
  const subject = findProspect(scopeFor(viewer("ana"), db), prospect.id)!;
  const follow = (typed: object) =>
    does("prospect.followed_up", (tx) => {
      const told = byOf({ tx, viewer: viewer("ana"), now }, reachUnder({ account: undefined, contact: undefined, prospect: subject }));
      return followUp(tx, subject, followUpForm.parse({ id: String(subject.id), kind: "call", ...typed }), told);
    });
  follow({ notes: "Pidió precios", result: "Que le llame @Bruno" });
  expect(told().slice(2)).toMatchObject([[ids.bruno, "activity", made.id + 1]]);
  const refusal = (typed: object) => {
    try {
      return follow(typed);
    } catch (error) {
      return error;
    }
  };
  expect(refusal({ notes: "Lo vio @Luis" })).toMatchObject({ code: "activities.mention_unseen", field: "notes" });
  expect(refusal({ notes: "Pidió precios a @Bruno", result: "Que le llame @Luis" })).toMatchObject({ code: "activities.mention_unseen", field: "result" });
  follow({ notes: "Lo vio @Bruno", result: "Que le llame @Bruno" });
  expect(told()).toHaveLength(4);
});

test("who does not see the record, or not that field, is not told: the form says so at the field", () => {
  const here = world();
  const { ids } = here;
  const { by, does, told } = doing(here);
  const edited = (more: object) => {
    const { id: _id, ...input } = accountEditForm.parse({ id: ids.acme, name: "Acme", taxId: "ACM990101AB1", ownerId: String(ids.ana), ...more });
    try {
      return does("account.edited", (tx) => editAccount(tx, { id: ids.acme }, input, by));
    } catch (error) {
      return error;
    }
  };
  expect(edited({ description: "Amigo de @Luis" })).toMatchObject({ code: "activities.mention_unseen", field: "description", values: { name: "Luis" } });
  expect(edited({ internalNote: "Que @Rita lo revise" })).toMatchObject({ code: "activities.mention_unseen", field: "internalNote" });
  expect(told()).toEqual([]);
  edited({ description: "Que @Rita lo revise; escribir a hola@luis.mx" });
  expect(told()).toEqual([[ids.rita, "account", ids.acme]]);
  does("account.restored", (tx) => ({ kind: "account", id: ids.acme, before: null, after: findAccount(scopeFor(here.viewer("ana"), tx), ids.acme)! }));
  expect(told()).toHaveLength(1);
});

test("a name that became two colleagues' since holds up no other words; named anew it does", () => {
  const here = world();
  const { db, ids } = here;
  const { by, does, told } = doing(here);
  const edited = (more: object) => {
    const { id: _id, ...input } = accountEditForm.parse({ id: ids.acme, name: "Acme", taxId: "ACM990101AB1", ownerId: String(ids.ana), ...more });
    return does("account.edited", (tx) => editAccount(tx, { id: ids.acme }, input, by));
  };
  edited({ description: "Lo lleva @Bruno" });
  const { id: _id, ...bruno } = db.select().from(users).where(eq(users.id, ids.bruno)).get()!;
  db.update(users).set({ name: "Bruno Díaz" }).where(eq(users.id, ids.bruno)).run();
  db.insert(users)
    .values({ ...bruno, name: "Bruno Paz", email: "paz@ejemplo.test", emailKey: "paz@ejemplo.test" })
    .run();
  edited({ description: "Lo lleva @Bruno, desde 2020" });
  expect(told()).toEqual([[ids.bruno, "account", ids.acme]]);
  edited({ description: "Lo lleva quien pueda" });
  expect(() => edited({ description: "Lo lleva @Bruno otra vez" })).toThrow("activities.mention_unclear");
  // Told of what they see, not of what is hidden from them.
  expect(() => edited({ description: "Lo lleva @Rita", internalNote: "Que @Rita lo revise" })).toThrow("activities.mention_unseen");
});
