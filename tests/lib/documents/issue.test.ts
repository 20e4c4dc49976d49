import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountBalances, allocations, documentLines, documents, salesLedger, series } from "@/db/schema";
import { write } from "@/db/write";
import { contentHash } from "@/lib/documents/freeze";
import { createInvoice, discardInvoice, editInvoice, issueInvoice, voidInvoice } from "@/lib/invoices/commands";
import { by, cement, done, draft, paper } from "../../support/papers";
import { now, today, world } from "../../support/world";

function invoices() {
  const made = world();
  const ana = by(made.ids.ana);
  const draftOne = () => done(made.db, (tx) => createInvoice(tx, draft({ accountId: made.ids.acme, lines: [{ ...cement, quantity: "2" }] }), ana));
  return { ...made, ana, draftOne, issueOne: () => done(made.db, (tx) => issueInvoice(tx, draftOne(), ana)) };
}

test("issuing takes the next number, freezes, enters the ledger and is owed", () => {
  const { db, ids, ana, draftOne } = invoices();
  const before = draftOne();
  expect(before).toMatchObject({ number: null, label: null, isFrozen: false });
  const issued = done(db, (tx) => issueInvoice(tx, before, ana));
  expect(issued).toMatchObject({ number: 1, label: "A-00001", status: "issued", dueOn: today, isFrozen: true, balanceMinor: 53012, previousSha256: null });
  expect(issued.customerSnapshot).toMatchObject({ name: "Acme", taxIdLabel: "RFC" });
  expect(issued.issuerSnapshot).toMatchObject({ name: "Ferretería El Sauce" });
  expect(db.select().from(salesLedger).all()).toMatchObject([{ label: "A-00001", status: "valid", sign: 1, period: "2026-08", totalMinor: 53012 }]);
  expect(db.select().from(accountBalances).where(eq(accountBalances.accountId, ids.acme)).get()).toMatchObject({ invoicedMinor: 53012, balanceMinor: 53012 });
  expect(() => write(db, (tx) => issueInvoice(tx, issued, ana))).toThrow("documents.already_issued");
  expect(() => write(db, (tx) => discardInvoice(tx, issued, ana))).toThrow("documents.not_in_this_status");
});

test("each issue is chained to the one before, and the hash covers what is printed", () => {
  const { issueOne } = invoices();
  const [first, second] = [issueOne(), issueOne()];
  expect(second.previousSha256).toBe(first.contentSha256);
  expect(contentHash(second, second.previousSha256)).toBe(second.contentSha256);
  expect(contentHash({ ...second, notes: "otra cosa" }, second.previousSha256)).not.toBe(second.contentSha256);
});

test("what was issued no longer changes: by command, nor behind its back", () => {
  const { db, ids, ana, issueOne } = invoices();
  const issued = issueOne();
  expect(() => write(db, (tx) => editInvoice(tx, issued, draft({ accountId: ids.acme, lines: [cement] }), ana))).toThrow("documents.not_draft");
  const change = () => db.update(documents).set({ totalMinor: 1 }).where(eq(documents.id, issued.id)).run();
  const changeLine = () => db.update(documentLines).set({ quantity: "9" }).where(eq(documentLines.documentId, issued.id)).run();
  expect(change).toThrow("frozen document");
  expect(changeLine).toThrow("frozen document");
  expect(() => db.delete(documents).where(eq(documents.id, issued.id)).run()).toThrow("frozen document");

  db.$client.exec("drop trigger documents_frozen; drop trigger document_lines_frozen_update");
  expect([change().changes, changeLine().changes]).toEqual([1, 1]);
});

test("voiding keeps the number and turns the ledger and the balances back", () => {
  const { db, ids, ana, issueOne } = invoices();
  const issued = issueOne();
  const voided = done(db, (tx) => voidInvoice(tx, issued, "Cliente equivocado", ana));
  expect(voided).toMatchObject({ status: "voided", label: "A-00001", reason: "Cliente equivocado", balanceMinor: 0, totalMinor: 53012 });
  expect(
    db
      .select()
      .from(salesLedger)
      .all()
      .reduce((sum, { sign, totalMinor }) => sum + sign * totalMinor, 0),
  ).toBe(0);
  expect(db.select().from(accountBalances).where(eq(accountBalances.accountId, ids.acme)).get()).toMatchObject({ invoicedMinor: 0, balanceMinor: 0 });
  expect(issueOne().label).toBe("A-00002");
});

test("a paid invoice is not voided until the payment is taken back", () => {
  const { db, ana, issueOne } = invoices();
  const issued = issueOne();
  const {
    seriesId,
    label,
    number,
    contentSha256,
    previousSha256,
    frozenAt,
    lines: _lines,
    taxes: _taxes,
    principals: _principals,
    id: _id,
    ...header
  } = issued;
  const receipt = db
    .insert(documents)
    .values({ ...header, kind: "receipt", status: "posted", number: 1 })
    .returning()
    .get();
  const applied = { fromDocumentId: receipt.id, toDocumentId: issued.id, allocatedOn: today, createdAt: now };
  const { id } = db
    .insert(allocations)
    .values({ ...applied, amountMinor: 1000 })
    .returning()
    .get();
  expect(() => write(db, (tx) => voidInvoice(tx, issued, "No", ana))).toThrow("documents.has_payments");
  db.insert(allocations)
    .values({ ...applied, amountMinor: -1000, reversesId: id })
    .run();
  expect(done(db, (tx) => voidInvoice(tx, issued, "Sí", ana)).status).toBe("voided");
});

test("a refused issue gives its number back, and a series knows its limits", () => {
  const { db, ids, ana, draftOne, issueOne } = invoices();
  const overdue = done(db, (tx) => createInvoice(tx, draft({ accountId: ids.acme, dueOn: "2026-08-01", lines: [cement] }), ana));
  expect(() => write(db, (tx) => issueInvoice(tx, overdue, ana))).toThrow("documents.due_before_date");
  expect(issueOne().number).toBe(1);
  expect(() => write(db, (tx) => issueInvoice(tx, draftOne(), by(ids.ana, "2026-08-21")))).toThrow("documents.date_before_last");

  const limit = (values: Partial<typeof series.$inferInsert>) => db.update(series).set(values).where(eq(series.kind, "invoice")).run();
  limit({ rangeTo: 1 });
  expect(issueOne).toThrow("documents.series_exhausted");
  limit({ rangeTo: null, validUntil: "2026-08-21" });
  expect(issueOne).toThrow("documents.series_expired");
  limit({ validUntil: null, isActive: false });
  expect(issueOne).toThrow("documents.no_series");
  limit({ isActive: true });
  expect(issueOne().number).toBe(2);
  expect(paper(db, "invoice", overdue.id).status).toBe("draft");
});
