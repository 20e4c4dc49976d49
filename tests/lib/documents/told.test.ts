import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { company, series } from "@/db/schema";
import { write } from "@/db/write";
import { bothTold } from "@/lib/documents/both";
import { byOf } from "@/lib/documents/draft";
import { sheetOf } from "@/lib/documents/sheet-of";
import type { Change } from "@/lib/events/record";
import { createInvoice, issueInvoice } from "@/lib/invoices/commands";
import { createProspect } from "@/lib/prospects/commands";
import { prospectForm } from "@/lib/prospects/forms";
import { createQuote, orderQuote, reviseQuote, sendQuote } from "@/lib/quotes/commands";
import { postReceipt } from "@/lib/receipts/commands";
import { receiptForm } from "@/lib/receipts/forms";
import { by, cement, done, draft, paper } from "../../support/papers";
import { now, today, world } from "../../support/world";

const told = ({ also = [] }: Change) => also.map(({ name, change }) => `${name} ${change.id}`);

test("what else a deed changes is told with it", () => {
  const { db, ids } = world();
  const ana = by(ids.ana);
  const typed = prospectForm.parse({ personName: "Pepe Paz", contactedOn: today, ownerId: String(ids.ana) });
  const prospect = write(db, (tx) => createProspect(tx, undefined, typed, { userId: ids.ana, now, zone: "UTC" }));
  const asked = draft({ prospectId: prospect.id, validUntil: "2026-12-01", lines: [cement] });
  const first = write(db, (tx) => createQuote(tx, asked, ana));
  expect(told(first).map((line) => line.split(" ")[0])).toEqual(["account.created", "contact.created", "prospect.edited"]);
  expect(told(write(db, (tx) => createQuote(tx, asked, ana)))).toEqual([]);

  const sent = () => done(db, (tx) => sendQuote(tx, paper(tx, "quote", createQuote(tx, asked, ana).id), ana));
  const [ordered, revised] = [sent(), sent()];
  const order = write(db, (tx) => orderQuote(tx, ordered, [], ana));
  expect(told(order)).toEqual([`quote.accepted ${ordered.id}`]);
  expect(order.also![0]!.change).toMatchObject({ before: { status: "sent" }, after: { status: "accepted" } });
  expect(told(write(db, (tx) => reviseQuote(tx, revised, ana)))).toEqual([`quote.replaced ${revised.id}`]);
});

test("papers are numbered where the company is, so that a colleague ahead of it closes no series", () => {
  const { db, ids, viewer } = world();
  const ahead = { viewer: { ...viewer("ana"), zone: "Asia/Tokyo", today: "2026-08-23" }, now };
  expect(db.transaction((tx) => byOf(tx, ahead)).today).toBe(today);

  const tomorrow = "2026-08-23";
  const typed = { accountId: ids.acme, currency: "MXN", receivedOn: tomorrow, tenders: [{ method: "cash", amount: "1" }] };
  const input = receiptForm({ decimal: ".", group: "," }).parse(typed);
  const account = { id: ids.acme, name: "Acme", ownerId: ids.ana };
  write(db, (tx) => postReceipt(tx, account, [], input, { userId: ids.ana, now, today: tomorrow }));
  expect(db.select().from(series).where(eq(series.kind, "receipt")).get()?.lastIssuedOn).toBe(today);
});

test("how to pay is frozen with the rest", () => {
  const { db, ids } = world();
  const pay = (paymentData: string) => db.update(company).set({ paymentData }).where(eq(company.id, 1)).run();
  pay("CLABE 1");
  const made = done(db, (tx) => createInvoice(tx, draft({ accountId: ids.acme, lines: [cement] }), by(ids.ana)));
  const issued = done(db, (tx) => issueInvoice(tx, made, by(ids.ana)));
  pay("CLABE 2");
  const { customerSnapshot, issuerSnapshot } = paper(db, "invoice", issued.id);
  const sheet = sheetOf({ kind: "invoice", document: issued, customer: customerSnapshot!, issuer: issuerSnapshot!, logo: null });
  expect(sheet.sections.map(({ text }) => text)).toEqual(["CLABE 1"]);
});

test("both sides of a lost update are told by field, the lines as one text", () => {
  const { db, ids } = world();
  const made = done(db, (tx) => createQuote(tx, draft({ accountId: ids.acme, validUntil: "2026-12-01", lines: [cement] }), by(ids.ana)));
  const line = "1 saco · Cemento gris 50 kg · 228.5 · IVA16";
  expect(bothTold.values(made)).toMatchObject({ validUntil: "2026-12-01", notes: null, lines: line });
  const row = { quantity: "1", unit: "saco", description: "Cemento gris 50 kg", unitPrice: "228.5", discount: "", taxes: "IVA16" };
  const typed = Object.fromEntries(Object.entries(row).map(([field, value]) => [`lines.3.${field}`, [value]]));
  expect(bothTold.typedTexts({ ...typed, "lines.4.quantity": ["1"] })).toEqual({ lines: line });
});
