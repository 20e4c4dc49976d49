import { expect, test } from "vitest";
import { documentLinks } from "@/db/schema";
import { write } from "@/db/write";
import { pendingOf } from "@/lib/documents/rules";
import { discardInvoice, editInvoice, issueInvoice, voidInvoice } from "@/lib/invoices/commands";
import { confirmOrder, createOrder, invoiceOrder, voidOrder } from "@/lib/orders/commands";
import { acceptQuote, createQuote, invoiceQuote, orderQuote, rejectQuote, reviseQuote, sendQuote, voidQuote } from "@/lib/quotes/commands";
import { by, cement, done, draft, paper } from "../../support/papers";
import { today, world } from "../../support/world";

const later = "2026-09-30";

function sentQuote() {
  const { db, ids } = world();
  const ana = by(ids.ana);
  const lines = [
    { ...cement, quantity: "10" },
    { ...cement, description: "Flete", quantity: "1" },
  ];
  const made = done(db, (tx) => createQuote(tx, draft({ accountId: ids.acme, validUntil: later, discount: "5", terms: "Contado", lines }), ana));
  return { db, ids, ana, quote: done(db, (tx) => sendQuote(tx, made, ana)) };
}

test("a quote becomes an order and the order an invoice, each with where it came from", () => {
  const { db, ana, quote } = sentQuote();
  const order = done(db, (tx) => orderQuote(tx, quote, [], ana));
  expect(order).toMatchObject({ kind: "order", status: "draft", label: "PED-00001", totalMinor: quote.totalMinor, terms: "Contado", ownerId: quote.ownerId });
  expect(paper(db, "quote", quote.id).status).toBe("accepted");
  const confirmed = done(db, (tx) => confirmOrder(tx, order, ana));
  const invoice = done(db, (tx) => invoiceOrder(tx, confirmed, [], ana));
  expect(invoice).toMatchObject({ kind: "invoice", status: "draft", number: null, totalMinor: quote.totalMinor });
  expect(db.select().from(documentLinks).all()).toHaveLength(4);
});

test("nothing more is converted than is left, in parts or at once", () => {
  const { db, ana, quote } = sentQuote();
  const [bags, freight] = quote.lines;
  const invoice = done(db, (tx) => invoiceQuote(tx, quote, [{ id: bags!.id, quantity: "4" }], ana));
  expect(invoice.lines).toMatchObject([{ quantity: "4" }]);
  const accepted = paper(db, "quote", quote.id);
  expect(() => write(db, (tx) => orderQuote(tx, accepted, [{ id: bags!.id, quantity: "7" }], ana))).toThrow("documents.over_quantity");
  const rest = done(db, (tx) => orderQuote(tx, accepted, [], ana));
  expect(rest.lines.map(({ quantity }) => quantity)).toEqual(["6", "1"]);
  expect(() => write(db, (tx) => orderQuote(tx, accepted, [], ana))).toThrow("documents.nothing_pending");
  expect(() => write(db, (tx) => orderQuote(tx, accepted, [{ id: freight!.id, quantity: "0" }], ana))).toThrow("documents.nothing_pending");

  write(db, (tx) => voidOrder(tx, rest, "Se equivocó", ana));
  expect(done(db, (tx) => orderQuote(tx, accepted, [], ana)).lines).toHaveLength(2);
});

test("a draft that came from another cannot ask for more than its source has; thrown away, all is pending again", () => {
  const { db, ids, ana } = sentQuote();
  const order = done(db, (tx) => createOrder(tx, draft({ accountId: ids.acme, lines: [{ ...cement, quantity: "10" }] }), ana));
  expect(() => write(db, (tx) => invoiceOrder(tx, order, [], ana))).toThrow("documents.cannot_convert");
  const confirmed = done(db, (tx) => confirmOrder(tx, order, ana));
  const invoice = done(db, (tx) => invoiceOrder(tx, confirmed, [{ id: confirmed.lines[0]!.id, quantity: "4" }], ana));
  const edit = (quantity: string) =>
    done(db, (tx) =>
      editInvoice(tx, paper(tx, "invoice", invoice.id), draft({ accountId: ids.acme, lines: [{ ...cement, id: invoice.lines[0]!.id, quantity }] }), ana),
    );
  expect(() => edit("11")).toThrow("documents.over_quantity");
  edit("9");
  expect(() => write(db, (tx) => invoiceOrder(tx, confirmed, [{ id: confirmed.lines[0]!.id, quantity: "2" }], ana))).toThrow("documents.over_quantity");
  expect(() => write(db, (tx) => voidOrder(tx, confirmed, "No", ana))).toThrow("documents.has_deliveries");
  write(db, (tx) => discardInvoice(tx, paper(tx, "invoice", invoice.id), ana));
  expect(write(db, (tx) => voidOrder(tx, confirmed, "Ya no", ana)).after).toMatchObject({ status: "voided", reason: "Ya no" });
});

test("a quote is answered, written anew or voided only where that makes sense", () => {
  const { db, ids, ana, quote } = sentQuote();
  expect(() => write(db, (tx) => sendQuote(tx, quote, ana))).toThrow("documents.not_in_this_status");
  expect(() => write(db, (tx) => acceptQuote(tx, quote, by(ids.ana, "2026-10-01")))).toThrow("documents.expired");
  expect(() => write(db, (tx) => orderQuote(tx, quote, [], by(ids.ana, "2026-10-01")))).toThrow("documents.expired");
  const second = done(db, (tx) => reviseQuote(tx, quote, ana));
  expect(second).toMatchObject({ label: "COT-00001 r2", number: 1, revision: 2, revisionOf: quote.id, status: "draft", totalMinor: quote.totalMinor });
  const first = paper(db, "quote", quote.id);
  expect(first).toMatchObject({ isCurrent: false, status: "sent", isFrozen: true });
  expect(() => write(db, (tx) => acceptQuote(tx, first, ana))).toThrow("documents.replaced");
  expect(() => write(db, (tx) => orderQuote(tx, first, [], ana))).toThrow("documents.replaced");

  expect(() => write(db, (tx) => sendQuote(tx, second, ana))).toThrow("documents.no_valid_until");
  expect(done(db, (tx) => voidQuote(tx, second, "Cambió la obra", ana))).toMatchObject({ status: "voided", reason: "Cambió la obra", label: "COT-00001 r2" });
});

test("what came of a quote holds it: no new version, no refusal, no voiding", () => {
  const { db, ana, quote } = sentQuote();
  const accepted = done(db, (tx) => acceptQuote(tx, quote, ana));
  write(db, (tx) => orderQuote(tx, accepted, [], ana));
  expect(() => write(db, (tx) => reviseQuote(tx, accepted, ana))).toThrow("documents.already_converted");
  expect(() => write(db, (tx) => rejectQuote(tx, accepted, "Caro", ana))).toThrow("documents.already_converted");
  expect(() => write(db, (tx) => voidQuote(tx, accepted, "Caro", ana))).toThrow("documents.has_deliveries");
});

test("voiding an invoice frees what it came from", () => {
  const { db, ana, quote } = sentQuote();
  const invoice = done(db, (tx) => invoiceQuote(tx, quote, [], ana));
  const issued = done(db, (tx) => issueInvoice(tx, invoice, ana));
  expect(issued).toMatchObject({ label: "A-00001", issuedOn: today });
  write(db, (tx) => voidInvoice(tx, issued, "Error", ana));
  expect(done(db, (tx) => invoiceQuote(tx, paper(tx, "quote", quote.id), [], ana)).totalMinor).toBe(quote.totalMinor);
});

test("what is pending is the quantity less what went on, and never below nothing", () => {
  const lines = [
    { id: 1, quantity: "10" },
    { id: 2, quantity: "2.5" },
  ];
  const links = [
    { fromLineId: 1, quantity: "4" },
    { fromLineId: 1, quantity: "0.5" },
    { fromLineId: 2, quantity: "3" },
  ];
  expect([...pendingOf(lines, links)]).toEqual([
    [1, "5.5"],
    [2, "0"],
  ]);
});
