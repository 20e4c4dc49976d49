import { expect, test } from "vitest";
import { write } from "@/db/write";
import type { Page } from "@/lib/access/keyset";
import { scopeFor } from "@/lib/access/scope";
import { listActivities, listProspects } from "@/lib/accounts/overview";
import { completeActivity, createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { addAttachments, type PreparedFile } from "@/lib/attachments/commands";
import { attachmentsOfAccount } from "@/lib/attachments/queries";
import { findRecord } from "@/lib/attachments/records";
import { createContact } from "@/lib/contacts/commands";
import { contactFilters } from "@/lib/contacts/filters";
import { contactForm } from "@/lib/contacts/forms";
import { listContacts } from "@/lib/contacts/list";
import { contactsOfAccount, countContactsOfAccount } from "@/lib/contacts/relations";
import { type Cursor, cursor } from "@/lib/core/cursor";
import { plannedOf } from "@/lib/events/timeline";
import { now, world } from "../../support/world";

function walked<Row>(ask: (place?: Cursor) => Page<Row>): { rows: Row[]; pages: number } {
  const rows: Row[] = [];
  let page = ask();
  for (let pages = 1; ; pages++) {
    rows.push(...page.rows);
    if (!page.next) return { rows, pages };
    page = ask(cursor.parse(page.next));
  }
}

test("of many planned activities all can be reached from their account, the earliest first, and then what was done", () => {
  const { db, ids, viewer } = world();
  const by = { userId: ids.ana, now, zone: "America/Monterrey" };
  const call = (n: number) => {
    const typed = { kind: "call", subject: `Llamada ${n}`, date: `2026-09-${String(1 + (n >> 1)).padStart(2, "0")}`, accountId: String(ids.acme) };
    return write(db, (tx) => createActivity(tx, { account: { id: ids.acme } }, activityForm.parse(typed), by)).id;
  };
  const calls = Array.from({ length: 45 }, (_, n) => call(n));
  const [last, ...done] = calls.slice(-5).toReversed();
  for (const id of [last!, ...done]) write(db, (tx) => completeActivity(tx, { id }, { result: null }, by));

  const ana = scopeFor(viewer("ana"), db);
  const planned = walked((place) => plannedOf(ana, { accountId: ids.acme }, place));
  expect(planned).toMatchObject({ pages: 2, rows: calls.slice(0, 40).map((id) => ({ id })) });
  const tab = walked((place) => listActivities(ana, "tasks", ids.acme, place));
  expect(tab.pages).toBe(3);
  expect(tab.rows.map(({ id }) => id)).toEqual([...calls.slice(0, 40), last, ...calls.slice(42, 44), ...calls.slice(40, 42)]);
  const back = plannedOf(ana, { accountId: ids.acme }, cursor.parse(plannedOf(ana, { accountId: ids.acme }).next));
  expect(plannedOf(ana, { accountId: ids.acme }, cursor.parse(back.previous)).rows.map(({ id }) => id)).toEqual(calls.slice(0, 20));
  expect(walked((place) => listActivities(scopeFor(viewer("luis"), db), "tasks", ids.acme, place)).rows).toEqual([]);
});

test("all the people and all the prospects of an account can be reached from it", () => {
  const { db, ids, viewer } = world();
  const person = (n: number) => contactForm.parse({ accountId: String(ids.acme), givenName: `Persona ${n}`, ownerId: String(ids.ana) });
  for (let n = 0; n < 23; n++) write(db, (tx) => createContact(tx, person(n), { userId: ids.ana, now }));
  const fill = db.$client.prepare(
    `insert into prospects (number, person_name, name_key, contacted_on, owner_id, account_id, created_at, updated_at)
     values (?, 'Rosa', 'rosa', '2026-08-01', ?, ?, 0, 0)`,
  );
  for (let n = 0; n < 43; n++) fill.run(n + 1, ids.ana, ids.acme);

  const ana = scopeFor(viewer("ana"), db);
  expect([contactsOfAccount(ana, ids.acme).length, countContactsOfAccount(ana, ids.acme)]).toEqual([20, 23]);
  expect(listContacts(ana, contactFilters.parse({ account: String(ids.acme) })).rows).toHaveLength(23);
  expect(countContactsOfAccount(scopeFor(viewer("luis"), db), ids.acme)).toBe(0);
  const prospects = walked((place) => listProspects(ana, ids.acme, place));
  expect([prospects.pages, new Set(prospects.rows.map(({ id }) => id)).size]).toEqual([3, 43]);
});

test("of more than a hundred files of an account all can be reached, the latest first", () => {
  const { db, ids, viewer } = world();
  const record = findRecord(scopeFor(viewer("marta"), db), { kind: "account", id: ids.acme })!;
  const plain = (n: number): PreparedFile => ({ sha256: String(n).padStart(64, "0"), size: 1, name: `${n}.txt`, mime: "text/plain" });
  for (let n = 0; n < 130; n++) write(db, (tx) => addAttachments(tx, record, [plain(n)], { userId: ids.marta, now }));

  const files = walked((place) => attachmentsOfAccount(scopeFor(viewer("ana"), db), ids.acme, place));
  expect(files.pages).toBe(2);
  expect(files.rows.map(({ name }) => name)).toEqual(Array.from({ length: 130 }, (_, n) => `${129 - n}.txt`));
});
