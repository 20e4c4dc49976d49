import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { editAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createActivity, pinActivity } from "@/lib/activities/commands";
import { logActivity } from "@/lib/activities/log";
import { createContact, relateContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { changesOf, folded } from "@/lib/events/changes";
import { type Change, recordEvent } from "@/lib/events/record";
import { pinnedOf, plannedOf, timelineOf } from "@/lib/events/timeline";
import { now, type World, world } from "../../support/world";

function remember({ db, viewer }: World, name: string, at: number, make: (tx: Parameters<Parameters<typeof write>[1]>[0]) => Change) {
  write(db, (tx) => recordEvent(tx, { viewer: viewer("ana"), name, change: make(tx), at }));
}

const hour = 3_600_000;

function told(here: World) {
  const { db, ids } = here;
  const by = { userId: ids.ana, now, zone: "America/Monterrey" };
  const input = (more: object) => accountForm.parse({ name: "Acme", taxId: "ACM990101AB1", ownerId: String(ids.ana), ...more });
  remember(here, "contact.created", now + hour, (tx) => createContact(tx, contactForm.parse({ accountId: String(ids.acme), givenName: "Rosa" }), by));
  remember(here, "account.edited", now + 2 * hour, (tx) => editAccount(tx, { id: ids.acme }, input({ phone: "81 1234 5678" }), by));
  remember(here, "account.edited", now + 3 * hour, (tx) =>
    editAccount(tx, { id: ids.acme }, input({ phone: "81 0000 1111", city: "Apodaca", internalNote: "Paga tarde" }), by),
  );
  write(db, (tx) => logActivity(tx, { id: ids.acme }, { accountId: ids.acme, kind: "call", notes: "Quieren varilla" }, { ...by, now: now + 4 * hour }));
  const task = { kind: "task" as const, subject: "Llamar", date: "2026-08-25", time: null, endDate: null, endTime: null, notes: null };
  const filed = { accountId: ids.acme, contactId: null, prospectId: null, ownerId: ids.ana };
  remember(here, "activity.created", now + 5 * hour, (tx) => createActivity(tx, { account: { id: ids.acme } }, { ...task, ...filed }, by));
}

test("what was done and what changed is one list, the newest first; what is planned stands apart", () => {
  const here = world();
  told(here);
  const scope = scopeFor(here.viewer("ana"), here.db);
  const { rows } = timelineOf(scope, { accountId: here.ids.acme }, undefined);
  expect(rows.map((row) => ("event" in row ? row.event.name : row.activity.subject))).toEqual([
    "Quieren varilla",
    "account.edited",
    "account.edited",
    "contact.created",
  ]);
  expect(plannedOf(scope, { accountId: here.ids.acme }).rows.map(({ subject }) => subject)).toEqual(["Llamar"]);
});

test("edits in a row by one person fold into the fields they changed, from the oldest value to the newest", () => {
  const here = world();
  told(here);
  const changes = (person: "ana" | "rita") => {
    const viewer = here.viewer(person);
    const entries = folded(timelineOf(scopeFor(viewer, here.db), { accountId: here.ids.acme }, undefined).rows);
    const run = entries.find((entry) => "edits" in entry)!;
    return "edits" in run ? changesOf(run.edits, viewer).map(({ text }) => text) : [];
  };
  expect(changes("ana")).toEqual([
    "Teléfono: antes «en blanco», ahora «81 0000 1111»",
    "Ciudad: antes «en blanco», ahora «Apodaca»",
    "Notas internas: antes «en blanco», ahora «Paga tarde»",
  ]);
  expect(changes("rita").join()).not.toContain("Paga tarde");
});

test("who does not see the account sees none of its history", () => {
  const here = world();
  told(here);
  const scope = scopeFor(here.viewer("luis"), here.db);
  expect(timelineOf(scope, { accountId: here.ids.acme }, undefined).rows).toEqual([]);
  expect(plannedOf(scope, { accountId: here.ids.acme }).rows).toEqual([]);
});

test("a contact's history leaves out the companies its reader does not see", () => {
  const here = world();
  const { db, ids } = here;
  const by = { userId: ids.ana, now };
  const person = contactForm.parse({ accountId: String(ids.acme), givenName: "Rosa" });
  remember(here, "contact.created", now, (tx) => createContact(tx, person, by));
  const contact = { id: 1, givenName: "Rosa", familyName: "" };
  remember(here, "relation.added", now, (tx) => relateContact(tx, { id: ids.zeta, name: "Zeta" }, contact, person, by));
  const names = (who: "ana" | "marta") =>
    timelineOf(scopeFor(here.viewer(who), db), { contactId: 1 }, undefined).rows.map((row) => "event" in row && [row.event.name, row.event.account?.label]);
  expect(names("ana")).toEqual([["contact.created", "Acme"]]);
  expect(names("marta")).toEqual([
    ["relation.added", "Zeta"],
    ["contact.created", "Acme"],
  ]);
});

test("a long history comes in pages that neither repeat nor skip, though all happened at once", () => {
  const here = world();
  const { db, ids } = here;
  const by = { userId: ids.ana, now, zone: "America/Monterrey" };
  write(db, (tx) => {
    for (let i = 0; i < 120; i++) logActivity(tx, { id: ids.acme }, { accountId: ids.acme, kind: "note", notes: `Nota ${i}` }, by);
  });
  const scope = scopeFor(here.viewer("ana"), db);
  const seen: number[] = [];
  let page = timelineOf(scope, { accountId: ids.acme }, undefined);
  for (;;) {
    seen.push(...page.rows.map(({ id }) => id));
    if (!page.next) break;
    const { v, i, b, f } = JSON.parse(Buffer.from(page.next, "base64url").toString());
    page = timelineOf(scope, { accountId: ids.acme }, { value: v, id: i, isBack: b, filters: f });
  }
  expect(new Set(seen).size).toBe(120);
  expect(seen).toEqual(seen.toSorted((a, b) => b - a));
});

test("the last pinned is read first, however many are pinned", () => {
  const { db, ids, viewer } = world();
  const by = { userId: ids.ana, now, zone: "America/Monterrey" };
  const when = { time: "10:00", endDate: null, endTime: null };
  const about = { accountId: ids.acme, contactId: null, prospectId: null, ownerId: null };
  const note = (n: number) => {
    const input = { kind: "note" as const, subject: `Nota ${n}`, notes: null, date: `2026-08-${10 + (n >> 1)}`, ...when, ...about };
    return write(db, (tx) => createActivity(tx, { account: { id: ids.acme } }, input, by)).id;
  };
  const notes = Array.from({ length: 22 }, (_, n) => note(n));
  for (const [place, id] of notes.toReversed().entries()) write(db, (tx) => pinActivity(tx, { id }, { isPinned: true }, { ...by, now: now + place }));
  const shown = pinnedOf(scopeFor(viewer("ana"), db), ids.acme).map(({ subject }) => subject);
  expect(shown).toEqual(Array.from({ length: 20 }, (_, n) => `Nota ${n}`));
});
