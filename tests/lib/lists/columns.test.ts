import { expect, test } from "vitest";
import { accountTags, catalogItemTaxes, contactTags, tags, taxes } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { accountFilters } from "@/lib/accounts/filters";
import { listAccounts } from "@/lib/accounts/list";
import { findAccount } from "@/lib/accounts/queries";
import { catalogFilters } from "@/lib/catalog/filters";
import { listCatalog } from "@/lib/catalog/queries";
import { createContact } from "@/lib/contacts/commands";
import { contactFilters } from "@/lib/contacts/filters";
import { contactForm } from "@/lib/contacts/forms";
import { listContacts } from "@/lib/contacts/list";
import { postReceipt } from "@/lib/receipts/commands";
import { receiptFilters } from "@/lib/receipts/filters";
import { receiptForm } from "@/lib/receipts/forms";
import { listReceipts } from "@/lib/receipts/queries";
import { item } from "../../support/papers";
import { now, today, world } from "../../support/world";

const named = (...names: string[]) => names.map((name) => ({ name, nameKey: name }));

test("what a column looks up elsewhere is each record's own, whatever the numbers are", () => {
  const { db, ids, viewer } = world();
  const scope = scopeFor(viewer("marta"), db);
  const contact = (givenName: string) =>
    write(db, (tx) => createContact(tx, contactForm.parse({ givenName, accountId: String(ids.acme) }), { userId: ids.marta, now }).id);
  const [, second] = [contact("Rosa"), contact("Inés")];
  write(db, (tx): void => {
    tx.insert(tags)
      .values(named("Uno", "Dos", "Tres"))
      .run();
    tx.insert(accountTags)
      .values([2, 3].map((tagId) => ({ accountId: ids.beta, tagId })))
      .run();
    tx.insert(contactTags).values({ contactId: second!, tagId: 1 }).run();
  });
  const tagsOf = (rows: { tags?: string | null }[]) => rows.map((row) => row.tags ?? null);
  expect(tagsOf(listAccounts(scope, accountFilters.parse({}), { keys: ["tags"] }).rows)).toEqual([null, "Dos, Tres", null]);
  expect(tagsOf(listContacts(scope, contactFilters.parse({ sort: "-name" }), { keys: ["tags"] }).rows)).toEqual([null, "Uno"]);

  const [first, other] = [item(db, { code: "A", name: "Arena" }), item(db, { code: "B", name: "Brocha" })];
  const [, last] = db.select().from(taxes).all();
  write(db, (tx): void => {
    tx.delete(catalogItemTaxes).run();
    tx.insert(catalogItemTaxes).values({ itemId: first, taxId: last!.id }).run();
  });
  const catalog = listCatalog(scope, catalogFilters.parse({})).rows;
  expect(catalog.map(({ id, taxNames }) => [id, taxNames])).toEqual([
    [first, last!.name],
    [other, null],
  ]);

  const pay = (...methods: string[]) =>
    write(db, (tx) => {
      const tenders = methods.map((method) => ({ method, amount: "1", reference: "", chequeDueOn: "" }));
      const input = receiptForm({ decimal: ".", group: "," }).parse({
        accountId: String(ids.acme),
        currency: "MXN",
        receivedOn: today,
        tenders,
        allocations: [],
      });
      return postReceipt(tx, findAccount(scopeFor(viewer("marta"), tx), ids.acme)!, [], input, { userId: ids.marta, now, today });
    });
  pay("cash", "transfer");
  pay("cheque");
  expect(listReceipts(scope, receiptFilters.parse({ sort: "number" }), { keys: ["methods"] }).rows.map(({ methods }) => methods)).toEqual([
    "cash,transfer",
    "cheque",
  ]);
});
