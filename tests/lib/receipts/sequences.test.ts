import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { documents } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { findAccount } from "@/lib/accounts/queries";
import { fixedDecimals, fromMinor, toMinor } from "@/lib/core/decimal";
import { paymentState } from "@/lib/documents/payment-state";
import { payableInvoices } from "@/lib/receipts/choices";
import { postReceipt } from "@/lib/receipts/commands";
import { receiptForm } from "@/lib/receipts/forms";
import { issuedInvoice } from "../../support/invoices";
import { now, today, type World, world } from "../../support/world";

type File = { sequences: Record<string, unknown>[]; vectors: { id: string; expected: { total: string } }[] };
const file = JSON.parse(readFileSync("tests/data/tax-vectors.json", "utf8")) as File;
const sequence = <Shape>(id: string) => file.sequences.find((one) => one.id === id) as Shape;
const totalOf = (id: string) => file.vectors.find((vector) => vector.id === id)!.expected.total;

type Payment = { amount: string; invoiceId?: number; method?: string; currency?: "MXN" | "COP" };

/** Takes money in as a person does; with no invoice named it goes to the oldest. */
function pay(company: World, { amount, invoiceId, method = "transfer", currency = "MXN" }: Payment) {
  const allocations = invoiceId === undefined ? [] : [{ invoiceId, amount }];
  const typed = { accountId: company.ids.acme, currency, receivedOn: today, tenders: [{ method, amount }], allocations };
  const input = receiptForm({ decimal: ".", group: "," }).parse({ ...typed, oldestFirst: invoiceId === undefined });
  return write(company.db, (tx) => {
    const scope = scopeFor(company.viewer("clara"), tx);
    const invoices = payableInvoices(scope, company.ids.acme, currency, invoiceId === undefined ? [] : [invoiceId]);
    return postReceipt(tx, findAccount(scope, company.ids.acme)!, invoices, input, { userId: company.ids.clara, now, today });
  });
}

function owed(company: World, id: number) {
  const { totalMinor: total, balanceMinor: balance, dueOn, status } = company.db.select().from(documents).where(eq(documents.id, id)).get()!;
  return { balance: fixedDecimals(fromMinor(balance, 2), 2), status: paymentState({ total, balance, dueOn, today, status }) };
}

test("S06: an invoice is paid in parts until closed, and not a cent more", () => {
  const { invoice, payments, expected } = sequence<{ invoice: string; payments: string[]; expected: object[] }>("S06");
  const company = world();
  const { id } = write(company.db, (tx) => issuedInvoice(tx, { accountId: company.ids.acme, totalMinor: toMinor(totalOf(invoice), 2) }));
  for (const [place, payment] of payments.slice(0, 3).entries()) {
    pay(company, { amount: payment, invoiceId: id });
    expect(owed(company, id)).toEqual(expected[place]);
  }
  expect(expected[3]).toEqual({ error: "PAYMENT_EXCEEDS_BALANCE" });
  expect(() => pay(company, { amount: payments[3]!, invoiceId: id })).toThrow("receipts.over_invoice");
  expect(owed(company, id)).toEqual(expected[2]);
});

test("S08: what was paid too much stays as the customer's credit", () => {
  const { receipt, invoices, expected_balances, unallocated_credit } = sequence<{
    receipt: string;
    invoices: string[];
    expected_balances: string[];
    unallocated_credit: string;
  }>("S08");
  const company = world();
  const ids = write(company.db, (tx) => invoices.map((total) => issuedInvoice(tx, { accountId: company.ids.acme, totalMinor: toMinor(total, 2) }).id));
  const { after } = pay(company, { amount: receipt });
  expect(ids.map((id) => owed(company, id).balance)).toEqual(expected_balances);
  expect(after?.balanceMinor).toBe(toMinor(unallocated_credit, 2));
});

test("S09: a withholding certificate settles part of an invoice, and a transfer the rest", () => {
  const { invoice, payments, expected } = sequence<{ invoice: string; payments: { kind: string; amount: string }[]; expected: object[] }>("S09");
  const company = world();
  const made = { accountId: company.ids.acme, totalMinor: toMinor(totalOf(invoice), 2), currency: "COP" };
  const { id } = write(company.db, (tx) => issuedInvoice(tx, made));
  for (const [place, { kind, amount }] of payments.entries()) {
    pay(company, { amount, invoiceId: id, method: kind, currency: "COP" });
    expect(owed(company, id)).toEqual(expected[place]);
  }
});
