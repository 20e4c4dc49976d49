import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { prospects, taxes } from "@/db/schema";
import { write } from "@/db/write";
import { confirmOrder, createOrder, editOrder, invoiceOrder } from "@/lib/orders/commands";
import { createQuote, editQuote, orderQuote, sendQuote } from "@/lib/quotes/commands";
import { by, cement, done, draft, item, paper } from "../../support/papers";
import { now, today, world } from "../../support/world";

const later = "2026-09-30";

test("a draft is added up, numbered at its first save and filed under its customer", () => {
  const { db, ids } = world();
  const quote = done(db, (tx) =>
    createQuote(tx, draft({ accountId: ids.acme, discount: "10", lines: [{ ...cement, quantity: "120", discount: "5" }] }), by(ids.ana)),
  );
  expect(quote).toMatchObject({ label: "COT-00001", status: "draft", customerName: "Acme", ownerId: ids.ana, issuedOn: today, currency: "MXN" });
  expect(quote).toMatchObject({ grossMinor: 2742000, discountMinor: 397590, netMinor: 2344410, taxMinor: 375106, totalMinor: 2719516 });
  expect(quote.lines[0]).toMatchObject({
    grossMinor: 2742000,
    netMinor: 2344410,
    totalMinor: 2719516,
    taxes: [{ code: "IVA16", rate: "16", amountMinor: 375106 }],
  });
  expect(quote.taxes).toMatchObject([{ code: "IVA16", baseMinor: 2344410, amountMinor: 375106 }]);
  expect(done(db, (tx) => createOrder(tx, draft({ accountId: ids.acme, lines: [cement] }), by(ids.ana))).label).toBe("PED-00001");
});

test("a row with only its item takes the words, unit, price and taxes of the catalog", () => {
  const { db, ids } = world();
  const iva = db.select().from(taxes).where(eq(taxes.code, "IVA16")).get()!;
  const itemId = item(db, { unit: "saco", taxIds: [iva.id] });
  const quote = done(db, (tx) => createQuote(tx, draft({ accountId: ids.acme, lines: [{ itemId, quantity: "2" }] }), by(ids.ana)));
  expect(quote.lines[0]).toMatchObject({ code: "CEM-50", description: "Cemento gris 50 kg", unit: "saco", unitPrice: "228.5", totalMinor: 53012 });
});

test("blank rows are left out, and a draft without any other is refused", () => {
  const { db, ids } = world();
  const blank = { description: "", quantity: "1", unitPrice: "" };
  expect(done(db, (tx) => createQuote(tx, draft({ accountId: ids.acme, lines: [blank, cement, blank] }), by(ids.ana))).lines).toHaveLength(1);
  expect(() => write(db, (tx) => createQuote(tx, draft({ accountId: ids.acme, lines: [blank] }), by(ids.ana)))).toThrow("documents.no_lines");
  expect(() => write(db, (tx) => createQuote(tx, draft({ lines: [cement] }), by(ids.ana)))).toThrow("documents.no_customer");
  expect(() => write(db, (tx) => createQuote(tx, draft({ accountId: ids.acme, contactId: 99, lines: [cement] }), by(ids.ana)))).toThrow(
    "documents.contact_elsewhere",
  );
});

test("an edit keeps the lines that stay, and a retired tax can still be added up", () => {
  const { db, ids } = world();
  const made = done(db, (tx) => createQuote(tx, draft({ accountId: ids.acme, lines: [cement, { ...cement, description: "Flete" }] }), by(ids.ana)));
  db.update(taxes).set({ isActive: false }).where(eq(taxes.code, "IVA16")).run();
  const lines = [
    { ...cement, description: "Varilla" },
    { ...cement, id: made.lines[0]!.id, quantity: "3" },
  ];
  const edited = done(db, (tx) => editQuote(tx, made, draft({ accountId: ids.beta, lines }), by(ids.ana)));
  expect(edited).toMatchObject({ customerName: "Beta", version: 2, totalMinor: 106024, label: made.label });
  expect(edited.lines.map(({ description }) => description)).toEqual(["Varilla", "Cemento gris 50 kg"]);
  expect(edited.lines[1]!.id).toBe(made.lines[0]!.id);
});

test("the first document of a prospect makes its account and contact; the second uses them", () => {
  const { db, ids } = world();
  const stamps = { createdAt: now, updatedAt: now };
  const prospect = {
    number: 1,
    contactedOn: today,
    personName: "Rosa Elvira Ibáñez",
    nameKey: "rosa",
    companyName: "Obras Ibáñez",
    phone: "81 1234 5678",
    ownerId: ids.ana,
  };
  const { id } = db
    .insert(prospects)
    .values({ ...prospect, ...stamps })
    .returning()
    .get();
  const quote = done(db, (tx) => createQuote(tx, draft({ prospectId: id, validUntil: later, lines: [cement] }), by(ids.ana)));
  expect(quote.customerName).toBe("Obras Ibáñez");
  const kept = () => db.select().from(prospects).where(eq(prospects.id, id)).get()!;
  expect(kept()).toMatchObject({ accountId: quote.accountId, contactId: quote.contactId, latestQuoteId: quote.id, quotedOn: null, closedAt: null });

  const sent = done(db, (tx) => sendQuote(tx, quote, by(ids.ana)));
  expect(kept()).toMatchObject({ quotedOn: today, latestOrderId: null });
  const order = done(db, (tx) => orderQuote(tx, sent, [], by(ids.ana)));
  expect(kept()).toMatchObject({ latestOrderId: order.id });
  expect(done(db, (tx) => createQuote(tx, draft({ prospectId: id, lines: [cement] }), by(ids.ana))).accountId).toBe(quote.accountId);
});

test("a confirmed order grows, but never below what was invoiced nor at another price", () => {
  const { db, ids } = world();
  const order = done(db, (tx) => createOrder(tx, draft({ accountId: ids.acme, lines: [{ ...cement, quantity: "10" }] }), by(ids.ana)));
  const confirmed = done(db, (tx) => confirmOrder(tx, order, by(ids.ana)));
  const lineId = confirmed.lines[0]!.id;
  write(db, (tx) => invoiceOrder(tx, confirmed, [{ id: lineId, quantity: "4" }], by(ids.ana)));
  const edit = (lines: Record<string, unknown>[]) =>
    done(db, (tx) => editOrder(tx, paper(tx, "order", order.id), draft({ accountId: ids.acme, lines }), by(ids.ana)));

  expect(() => edit([{ ...cement, id: lineId, quantity: "3" }])).toThrow("documents.below_done");
  expect(() => edit([{ ...cement, id: lineId, quantity: "10", unitPrice: "200" }])).toThrow("documents.price_agreed");
  expect(() => edit([{ ...cement, id: lineId, quantity: "10", taxes: [] }])).toThrow("documents.price_agreed");
  expect(() => edit([cement])).toThrow("documents.line_converted");
  expect(
    edit([
      { ...cement, id: lineId, quantity: "4" },
      { ...cement, description: "Flete" },
    ]),
  ).toMatchObject({ status: "confirmed", totalMinor: 132530 });
});
