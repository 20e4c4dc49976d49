import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { documentFilters } from "@/lib/documents/filters";
import { listDocuments } from "@/lib/documents/list";
import { listSums, sumDocuments } from "@/lib/documents/list-sums";
import { provenanceOf } from "@/lib/documents/provenance";
import { createInvoice, issueInvoice } from "@/lib/invoices/commands";
import { confirmOrder, invoiceOrder } from "@/lib/orders/commands";
import { createQuote, orderQuote, reviseQuote, sendQuote } from "@/lib/quotes/commands";
import { by, cement, done, draft, paper } from "../../support/papers";
import { world } from "../../support/world";

function sold() {
  const made = world();
  const { db, ids } = made;
  const ana = by(ids.ana);
  const lines = [{ ...cement, quantity: "10" }];
  const quote = done(db, (tx) =>
    sendQuote(tx, paper(tx, "quote", createQuote(tx, draft({ accountId: ids.acme, validUntil: "2026-09-30", lines }), ana).id), ana),
  );
  const order = done(db, (tx) => confirmOrder(tx, paper(tx, "order", orderQuote(tx, quote, [], ana).id), ana));
  const first = done(db, (tx) => invoiceOrder(tx, order, [{ id: order.lines[0]!.id, quantity: "4" }], ana));
  const issued = done(db, (tx) => issueInvoice(tx, first, ana));
  const rest = done(db, (tx) => invoiceOrder(tx, order, [], ana));
  const old = done(db, (tx) => createInvoice(tx, draft({ accountId: ids.zeta, lines: [cement] }), by(ids.luis, "2026-07-01")));
  write(db, (tx) => issueInvoice(tx, old, by(ids.luis)));
  return { ...made, quote, order, issued, rest, old };
}

const filters = (query: Record<string, string> = {}) => documentFilters.parse(query);

test("a list says what each came from, and adds up what the filters find", () => {
  const { db, viewer } = sold();
  const scope = scopeFor(viewer("marta"), db);
  const page = listDocuments(scope, "invoice", filters({ sort: "total" }));
  expect(page.rows.map(({ label, sources }) => [label, sources.map((source) => source.label)])).toEqual([
    ["A-00002", []],
    ["A-00001", ["PED-00001"]],
    [null, ["PED-00001"]],
  ]);
  const count = (query: Record<string, string>) => listDocuments(scope, "invoice", filters(query)).rows.length;
  expect([count({ q: "A-00001" }), count({ q: "1" }), count({ q: "acme" }), count({ q: "nada" })]).toEqual([1, 1, 2, 0]);
  expect([count({ chip: "draft" }), count({ chip: "to_collect" }), count({ chip: "overdue" }), count({ chip: "paid" })]).toEqual([1, 2, 0, 0]);
  expect([count({ from: "2026-08-01", to: "2026-08-31" }), count({ to: "2026-08-01" }), count({ chip: "sideways", from: "yesterday" })]).toEqual([3, 0, 3]);
  expect(sumDocuments(scope, "invoice", filters({ q: "acme" }))).toEqual({
    isCapped: false,
    sums: [{ currency: "MXN", count: 2, totalMinor: 265060, balanceMinor: 106024 }],
  });
  expect(listSums(scope, "invoice", filters()).chips.get("to_collect")?.sums).toMatchObject([{ count: 2, balanceMinor: 132530 }]);
});

test("each sees the documents of their own reach, and sums only those", () => {
  const { db, viewer } = sold();
  const seen = (who: "ana" | "bruno" | "luis" | "marta") => {
    const scope = scopeFor(viewer(who), db);
    return [listDocuments(scope, "invoice", filters()).rows.length, sumDocuments(scope, "invoice", filters()).sums[0]?.count];
  };
  expect({ ana: seen("ana"), bruno: seen("bruno"), luis: seen("luis"), marta: seen("marta") }).toEqual({
    ana: [2, 2],
    bruno: [2, 2],
    luis: [1, 1],
    marta: [3, 3],
  });
});

test("the strip goes back to the quote and on to every invoice", () => {
  const { db, viewer, quote, order, issued, rest } = sold();
  const scope = scopeFor(viewer("ana"), db);
  const told = (list: { id: number }[]) => list.map(({ id }) => id);
  const ofOrder = provenanceOf(scope, paper(db, "order", order.id));
  expect([told(ofOrder.before), told(ofOrder.after)]).toEqual([[quote.id], [issued.id, rest.id]]);
  expect(told(provenanceOf(scope, issued).before)).toEqual([quote.id, order.id]);
  expect(told(provenanceOf(scope, quote).after)).toEqual([order.id, issued.id, rest.id]);
  expect(provenanceOf(scopeFor(viewer("luis"), db), quote).after).toEqual([]);
});

test("only the newest version of a quote is listed; the others stand beside it", () => {
  const { db, ids, viewer } = world();
  const ana = by(ids.ana);
  const made = done(db, (tx) => createQuote(tx, draft({ accountId: ids.acme, validUntil: "2026-09-30", lines: [cement] }), ana));
  const second = done(db, (tx) => reviseQuote(tx, paper(tx, "quote", sendQuote(tx, made, ana).id), ana));
  const scope = scopeFor(viewer("ana"), db);
  expect(listDocuments(scope, "quote", filters()).rows.map(({ label }) => label)).toEqual(["COT-00001 r2"]);
  expect(provenanceOf(scope, second).versions.map(({ label }) => label)).toEqual(["COT-00001"]);
});
