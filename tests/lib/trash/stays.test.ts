import { asc, eq, isNotNull, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountContacts, accounts, activities, contacts, mailServer, mails, prospects, repetitions } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createActivity, trashActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { repeat } from "@/lib/activities/repetitions";
import { findContact } from "@/lib/contacts/queries";
import { convertProspect } from "@/lib/documents/convert-prospect";
import { enqueueMail } from "@/lib/mail/enqueue";
import { createProspect } from "@/lib/prospects/commands";
import { prospectForm } from "@/lib/prospects/forms";
import { purgeRecord } from "@/lib/trash/purge";
import { now, world } from "../../support/world";
import { due, left, purge, throwAway, whole, zone } from "./purge-world";
import { filled, thrown } from "./trash-world";

test("an account stays while somebody who lives works nowhere else, and whoever saw them goes on seeing them", () => {
  const here = whole();
  const { db, made } = here;
  db.update(contacts).set({ ownerId: null }).where(eq(contacts.id, made.contact)).run();
  throwAway(here, "account", "prospect", "activity");
  const seen = () => findContact(scopeFor(here.viewer("ana"), db), made.contact)?.givenName;
  expect(seen()).toBe("Silvia");
  purge(db);
  expect([seen(), left(here)]).toEqual(["Silvia", ["account", "contact"]]);
  throwAway(here, "contact");
  purge(db);
  expect(left(here)).toEqual([]);
});

test("what became a customer who stays is kept with its mail and its files, and so is whom an account that stays wrote to", () => {
  const { db, ids, made } = filled();
  const by = { userId: ids.ana, now, zone };
  const id = write(db, (tx) => {
    tx.insert(mailServer)
      .values({ id: 1, host: "x", port: 25, security: "none", fromName: "x", fromAddress: "x@y.test", createdAt: now, updatedAt: now })
      .run();
    const typed = { contactedOn: "2026-08-22", personName: "Rosa", email: "rosa@paloma.test", ownerId: `${ids.ana}`, originId: "1" };
    const { id } = createProspect(tx, undefined, prospectForm.parse(typed), by);
    const to = [{ address: "rosa@paloma.test" }];
    enqueueMail(tx, { to, subject: "Lista", text: "Lista", about: { kind: "prospect", id }, sentBy: ids.ana }, { now });
    enqueueMail(tx, { to, subject: "Lista", text: "Lista", about: { kind: "contact", id: made.contact, accountId: made.account }, sentBy: ids.ana }, { now });
    tx.update(mails).set({ state: "sent" }).run();
    convertProspect(tx, { id }, by);
    thrown(tx, "prospect", id, ids.ana);
    thrown(tx, "contact", made.contact, ids.ana);
    return id;
  });
  purge(db, { at: due });
  const kept = [
    db.select().from(prospects).where(eq(prospects.id, id)),
    db.select().from(contacts).where(eq(contacts.id, made.contact)),
    db.select().from(mails),
  ];
  expect(kept.map((rows) => rows.all().length)).toEqual([1, 1, 2]);
});

function series() {
  const { db, ids } = world();
  const by = { userId: ids.ana, now, zone };
  const typed = activityForm.parse({ kind: "task", subject: "Renovar la póliza", date: "2026-09-01", repeatUnit: "year" });
  write(db, (tx) => void createActivity(tx, {}, typed, by));
  const { id } = db.select({ id: repetitions.id }).from(repetitions).get()!;
  const all = () => db.select().from(activities).where(isNotNull(activities.repetitionId)).orderBy(asc(activities.occurrence)).all();
  for (const row of all()) write(db, (tx) => void trashActivity(tx, row, by));
  const goOn = (at: number) => write(db, (tx) => repeat.slice(tx, { id }, null, { jobId: 1, now: at }));
  return { db, id, all, goOn };
}

const year = 365 * 24 * 3_600_000;

test("of work that goes on coming one time stays, from which the others are made, until there are others", () => {
  const { db, all, goOn } = series();
  purge(db);
  expect(all()).toHaveLength(1);
  expect(goOn(now + 2 * year)).toEqual({ done: true });
  const lives = db.select({ subject: activities.subject }).from(activities).where(isNull(activities.deletedAt)).all();
  expect(new Set(lives.map(({ subject }) => subject))).toEqual(new Set(["Renovar la póliza"]));
  purge(db, { at: now + 2 * year });
  expect(all().map(({ deletedAt }) => deletedAt)).not.toContain(now);
});

test("work of which nothing is left comes no more", () => {
  const { db, id, all, goOn } = series();
  db.delete(activities).where(isNotNull(activities.repetitionId)).run();
  expect([goOn(now + 2 * year), all()]).toEqual([{ done: true }, []]);
  expect(db.select().from(repetitions).where(eq(repetitions.id, id)).get()!.endedAt).not.toBeNull();
});

test("an account of many people goes in pieces", () => {
  const { db, ids } = world();
  write(db, (tx): void => {
    tx.update(accounts).set({ deletedAt: now }).where(eq(accounts.id, ids.acme)).run();
    for (let n = 0; n < 25; n += 1) {
      const person = { givenName: `Persona ${n}`, nameKey: `persona ${n}`, createdAt: now, updatedAt: now, deletedAt: now };
      const { id: contactId } = tx.insert(contacts).values(person).returning().get();
      tx.insert(accountContacts).values({ accountId: ids.acme, contactId, createdAt: now, updatedAt: now }).run();
    }
  });
  const piece = () => write(db, (tx) => purgeRecord(tx, { kind: "account", id: ids.acme }, { until: now, now: due }));
  expect([piece(), piece(), piece()]).toEqual(["some", "some", "gone"]);
  expect([db.select().from(accountContacts).all(), db.select().from(accounts).where(eq(accounts.id, ids.acme)).all()]).toEqual([[], []]);
});
