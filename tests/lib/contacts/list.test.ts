import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountContacts, accounts } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import type { CircleSize, StaffViewer } from "@/lib/access/viewer";
import { createContact } from "@/lib/contacts/commands";
import { contactFilters } from "@/lib/contacts/filters";
import { contactForm } from "@/lib/contacts/forms";
import { countContacts, listContacts } from "@/lib/contacts/list";
import { contactChoices } from "@/lib/contacts/queries";
import { lists } from "@/lib/exports/lists";
import { now, world } from "../../support/world";

function crowd() {
  const here = world();
  const { db, ids } = here;
  write(db, (tx) => {
    const add = (givenName: string, accountId: number, ownerId: number, at: number) =>
      createContact(tx, contactForm.parse({ accountId, givenName, ownerId: String(ownerId) }), { userId: null, now: at });
    for (let i = 0; i < 60; i++) add("Ana", ids.acme, ids.ana, now);
    for (let i = 0; i < 60; i++) add(`Ñandú ${String(i).padStart(2, "0")}`, ids.acme, ids.ana, now + i);
    add("Zoe", ids.zeta, ids.luis, now);
  });
  return here;
}

test.each(["name", "-name", "created", "-created"])("by %s every contact comes once, forwards and back", (sort) => {
  const here = crowd();
  const scope = scopeFor(here.viewer("ana"), here.db);
  const visit = (cursor?: string) => listContacts(scope, contactFilters.parse({ sort, cursor }));
  const pages = [visit()];
  for (let next = pages[0]!.next; next; next = pages.at(-1)!.next) pages.push(visit(next));
  const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect([pages.length, ids.length, new Set(ids).size]).toEqual([3, 120, 120]);
  expect(visit(pages[2]!.previous).rows.map(({ id }) => id)).toEqual(pages[1]!.rows.map(({ id }) => id));
});

test("counts, owners and companies are those the viewer sees", () => {
  const here = crowd();
  const count = (person: "ana" | "luis" | "marta", more: object = {}) =>
    countContacts(scopeFor(here.viewer(person), here.db), contactFilters.parse({ ...more }));
  expect([count("ana"), count("luis"), count("marta")]).toEqual([120, 1, 121]);
  expect([count("marta", { owner: here.ids.luis }), count("ana", { owner: here.ids.luis }), count("ana", { q: "nandu 07" })]).toEqual([1, 0, 1]);
  expect(contactChoices(scopeFor(here.viewer("luis"), here.db), "zo")).toEqual([{ id: 121, label: "Zoe", hint: "Zeta" }]);
  expect(contactChoices(scopeFor(here.viewer("ana"), here.db), "zo")).toEqual([]);
});

test("contacts are found, and told, by whose the accounts are where they work, of those the viewer sees", async () => {
  const here = world();
  const { db, ids, viewer } = here;
  write(db, (tx): void => {
    const add = (givenName: string, accountId: number) =>
      createContact(tx, contactForm.parse({ accountId, givenName, ownerId: String(ids.marta) }), { userId: null, now }).id;
    const both = add("Berta", ids.acme);
    tx.insert(accountContacts)
      .values([ids.beta, ids.zeta].map((accountId) => ({ accountId, contactId: both, createdAt: now, updatedAt: now })))
      .run();
    add("Zoe", ids.zeta);
    tx.update(accounts).set({ ownerId: null, ownerGroupId: ids.sur }).where(eq(accounts.id, ids.beta)).run();
  });
  const marta = viewer("marta");
  const sized = (size: CircleSize) => ({ ...viewer("ana"), circles: { ...viewer("ana").circles, own: { ...viewer("ana").circles.own, size } } });
  const found = (seen: StaffViewer, executive: number | string) => {
    const filters = contactFilters.parse({ executive: String(executive) });
    const rows = listContacts(scopeFor(seen, db), filters, { keys: ["executive"] }).rows;
    expect(countContacts(scopeFor(seen, db), filters)).toBe(rows.length);
    return rows.map(({ givenName, executive }) => [givenName, executive]);
  };
  expect(found(marta, ids.luis)).toEqual([
    ["Berta", "Ana, Luis, Sur"],
    ["Zoe", "Luis"],
  ]);
  expect(found(marta, `g${ids.sur}`)).toEqual([["Berta", "Ana, Luis, Sur"]]);
  for (const size of ["few", "some", "many"] as const) {
    expect([found(sized(size), ids.ana), found(sized(size), ids.luis)]).toEqual([[["Berta", "Ana"]], []]);
  }
  expect(lists.contacts.count(scopeFor(marta, db), `executive=${ids.ana}`, 10)).toBe(1);
});
