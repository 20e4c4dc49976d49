import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createContact } from "@/lib/contacts/commands";
import { contactFilters } from "@/lib/contacts/filters";
import { contactForm } from "@/lib/contacts/forms";
import { countContacts, listContacts } from "@/lib/contacts/list";
import { contactChoices } from "@/lib/contacts/queries";
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
