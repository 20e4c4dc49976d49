import { expect, test } from "vitest";
import { scopeFor } from "@/lib/access/scope";
import { canCreateCatalogItem, canEditCatalogItem } from "@/lib/catalog/policy";
import { findDocument } from "@/lib/documents/queries";
import { canCreateInvoice, canDiscardInvoice, canEditInvoice, canIssueInvoice, canVoidInvoice } from "@/lib/invoices/policy";
import { createQuote } from "@/lib/quotes/commands";
import { canCreateQuote, canEditQuote, canSendQuote, canVoidQuote } from "@/lib/quotes/policy";
import { by, cement, done, draft } from "../../support/papers";
import { world } from "../../support/world";

const people = ["ana", "bruno", "luis", "clara", "rita", "marta"] as const;

test("who may do what to Ana's quote, and who sees it at all", () => {
  const { db, ids, viewer } = world();
  const quote = done(db, (tx) => createQuote(tx, draft({ accountId: ids.acme, lines: [cement] }), by(ids.ana)));
  const may = (name: (typeof people)[number]) => {
    const who = viewer(name);
    const record = findDocument(scopeFor(who, db), "quote", quote.id);
    return record ? [canEditQuote(who, record), canSendQuote(who, record), canVoidQuote(who, record)] : "unseen";
  };
  expect(Object.fromEntries(people.map((name) => [name, may(name)]))).toEqual({
    ana: [true, true, true],
    bruno: [true, true, true],
    luis: "unseen",
    clara: [true, true, true],
    rita: [false, false, false],
    marta: [true, true, true],
  });
});

test("who drafts an invoice need not be who issues it; the catalog is for those it was given to", () => {
  const { ids, viewer } = world();
  const owned = { ownerId: ids.ana };
  const may = (name: (typeof people)[number]) => {
    const who = viewer(name);
    const money = [canCreateInvoice(who), canEditInvoice(who, owned), canDiscardInvoice(who, owned), canIssueInvoice(who, owned), canVoidInvoice(who, owned)];
    return [...money, canCreateQuote(who), canCreateCatalogItem(who), canEditCatalogItem(who)].map(Number).join("");
  };
  expect(Object.fromEntries(people.map((name) => [name, may(name)]))).toEqual({
    ana: "11100100",
    bruno: "11111111",
    luis: "10000100",
    clara: "11111111",
    rita: "00000000",
    marta: "11111111",
  });
});
