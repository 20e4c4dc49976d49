import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accountBalances, allocations, documents } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { findAccount } from "@/lib/accounts/queries";
import { RuleError } from "@/lib/core/errors";
import { payableInvoices } from "@/lib/receipts/choices";
import { applyReceipt, postReceipt, voidReceipt } from "@/lib/receipts/commands";
import { receiptFilters } from "@/lib/receipts/filters";
import { applyForm, receiptForm } from "@/lib/receipts/forms";
import { canCollect, canVoidReceipt } from "@/lib/receipts/policy";
import { applicationsOf, collectionsOf, findReceipt, listReceipts, sumReceipts } from "@/lib/receipts/queries";
import { issuedInvoice } from "../../support/invoices";
import { now, today, type World, world } from "../../support/world";

const format = { decimal: ".", group: "," } as const;
let company: World;
let first: number;
let second: number;

beforeEach(() => {
  company = world();
  [first, second] = write(company.db, (tx) => [
    issuedInvoice(tx, { accountId: company.ids.acme, totalMinor: 10_000, dueOn: "2026-07-01" }).id,
    issuedInvoice(tx, { accountId: company.ids.acme, totalMinor: 25_000, dueOn: "2026-08-01" }).id,
  ]);
});

test("a payment is numbered, applied as asked, and the rest is the customer's", () => {
  const { id } = collect({ amount: "150", apply: { [first]: "100", [second]: "20.50" } });
  expect(receipt(id)).toMatchObject({ status: "posted", label: "REC-00001", totalMinor: 15_000, balanceMinor: 2_950, isFrozen: true });
  expect(invoice(first)).toMatchObject({ paidMinor: 10_000, balanceMinor: 0 });
  expect(invoice(second)).toMatchObject({ paidMinor: 2_050, balanceMinor: 22_950 });
  expect(balance()).toMatchObject({ invoicedMinor: 35_000, balanceMinor: 22_950, creditMinor: 2_950, lastPurchaseOn: today });
});

test("what is left goes to the oldest when told so", () => {
  const { id } = collect({ amount: "300", apply: { [second]: "50" }, oldestFirst: true });
  expect(told(id)).toEqual([
    ["A-00001", 10_000],
    ["A-00002", 20_000],
  ]);
  expect(receipt(id).balanceMinor).toBe(0);
});

test("the list finds what was paid in one way, and adds up no other", () => {
  collect({ amount: "100", method: "cash" });
  collect({ amount: "50" });
  const scope = scopeFor(company.viewer("marta"), company.db);
  const paid = (method: string) => {
    const filters = receiptFilters.parse({ method });
    return [listReceipts(scope, filters).rows.map(({ totalMinor }) => totalMinor), sumReceipts(scope, filters).sums.map(({ totalMinor }) => totalMinor)];
  };
  expect([paid("cash"), paid("transfer"), paid("cheque")]).toEqual([
    [[10_000], [10_000]],
    [[5_000], [5_000]],
    [[], []],
  ]);
  expect(paid("nonsense")[0]).toHaveLength(2);
});

test("what cannot be is refused at its box and leaves no trace", () => {
  const other = write(company.db, (tx) => issuedInvoice(tx, { accountId: company.ids.beta, totalMinor: 500 }).id);
  const dollars = write(company.db, (tx) => issuedInvoice(tx, { accountId: company.ids.acme, totalMinor: 500, currency: "USD" }).id);
  expect(refusalOf(() => collect({ amount: "100", apply: { [first]: "100.01" } }))).toEqual(["receipts.over_invoice", "allocations.0.amount"]);
  expect(refusalOf(() => collect({ amount: "100", apply: { [second]: "100.01" } }))).toEqual(["receipts.over_applied", "allocations"]);
  expect(refusalOf(() => collect({ amount: "100", apply: { [first]: "1", [other]: "1" } }))).toEqual(["receipts.other_account", "allocations.1.amount"]);
  expect(refusalOf(() => collect({ amount: "100", apply: { [dollars]: "1" } }))).toEqual(["receipts.other_currency", "allocations.0.amount"]);
  expect(refusalOf(() => collect({ amount: "0" }))).toEqual(["zero", "tenders.0.amount"]);
  expect(refusalOf(() => collect({ amount: "" }))).toEqual(["receipts.no_tender", "tenders.0.amount"]);
  expect(refusalOf(() => collect({ amount: "1.005" }))).toEqual(["too_many_decimals", "tenders.0.amount"]);
  expect(refusalOf(() => collect({ amount: "1", receivedOn: "2026-08-23" }))).toEqual(["in_the_future", "receivedOn"]);
  expect(refusalOf(() => collect({ amount: "1", method: "deferred_cheque" }))).toEqual(["required", "tenders.0.chequeDueOn"]);
  expect(typed({ amount: "-1" }).success).toBe(false);
  expect(company.db.select().from(allocations).all()).toEqual([]);
  expect(collect({ amount: "1" }).after).toMatchObject({ label: "REC-00001" });
});

test("what was left is applied later, and no more than that", () => {
  const { id } = collect({ amount: "120" });
  expect(refusalOf(() => apply(id, { [second]: "120.01" }))).toEqual(["receipts.over_applied", "allocations"]);
  apply(id, { [second]: "20" });
  apply(id, {}, true);
  expect(told(id)).toEqual([
    ["A-00002", 2_000],
    ["A-00001", 10_000],
  ]);
  expect(refusalOf(() => apply(id, {}, true))).toEqual(["receipts.nothing_left", ""]);
});

test("voiding keeps the number, undoes by second rows and makes the invoices owe again", () => {
  const { id } = collect({ amount: "150", apply: { [first]: "100" }, oldestFirst: true });
  write(company.db, (tx) => voidReceipt(tx, found(id, tx), "Cheque sin fondos", { userId: company.ids.clara, now, today }));
  expect(receipt(id)).toMatchObject({ status: "voided", label: "REC-00001", reason: "Cheque sin fondos", balanceMinor: 0 });
  expect(invoice(first)).toMatchObject({ paidMinor: 0, balanceMinor: 10_000 });
  expect(balance()).toMatchObject({ balanceMinor: 35_000, creditMinor: 0 });
  expect(collectionsOf(scopeFor(company.viewer("clara"), company.db), first).map(({ amountMinor }) => amountMinor)).toEqual([10_000, -10_000]);
  expect(refusalOf(() => apply(id, {}, true))).toEqual(["receipts.already_voided", ""]);
  expect(refusalOf(() => write(company.db, (tx) => voidReceipt(tx, found(id, tx), "Otra vez", { userId: null, now, today })))).toEqual([
    "receipts.already_voided",
    "",
  ]);
});

test("what was posted never changes, not even past the commands", () => {
  const { id } = collect({ amount: "150", apply: { [first]: "100" } });
  const client = company.db.$client;
  for (const change of ["total_minor = 1", "issued_on = '2026-01-01'", "number = 9", "customer_name = 'Otro'", "currency = 'USD'"]) {
    expect(() => client.exec(`update documents set ${change} where id = ${id}`), change).toThrow("frozen document");
  }
  expect(() => client.exec(`update receipt_tenders set amount_minor = 1 where document_id = ${id}`)).toThrow("frozen document");
  expect(() => client.exec(`delete from documents where id = ${id}`)).toThrow("frozen document");
  expect(() => client.exec("update allocations set amount_minor = 1")).toThrow("reversed, not changed");
  expect(() => client.exec("delete from allocations")).toThrow("reversed, not deleted");
});

test("who bills may collect, who sells sees it and may not", () => {
  const { id } = collect({ amount: "150", apply: { [first]: "100" } });
  const seenBy = (person: "ana" | "luis" | "clara" | "rita" | "bruno") => {
    const scope = scopeFor(company.viewer(person), company.db);
    const record = findReceipt(scope, id);
    const account = findAccount(scope, company.ids.acme);
    return [record !== undefined, account !== undefined && canCollect(scope.viewer, account), record !== undefined && canVoidReceipt(scope.viewer, record)];
  };
  expect(seenBy("clara")).toEqual([true, true, true]);
  expect(seenBy("bruno")).toEqual([true, true, true]);
  expect(seenBy("ana")).toEqual([true, false, false]);
  expect(seenBy("rita")).toEqual([true, false, false]);
  expect(seenBy("luis")).toEqual([false, false, false]);
});

type Typed = { amount: string; method?: string; apply?: Record<number, string>; oldestFirst?: boolean; receivedOn?: string };

function typed({ amount, method = "transfer", apply = {}, oldestFirst = false, receivedOn = today }: Typed) {
  const allocations = Object.entries(apply).map(([invoiceId, amount]) => ({ invoiceId, amount }));
  return receiptForm(format).safeParse({
    accountId: String(company.ids.acme),
    currency: "MXN",
    receivedOn,
    tenders: [{ method, amount, reference: "", chequeDueOn: "" }],
    allocations,
    oldestFirst,
  });
}

function collect(typing: Typed) {
  const input = typed(typing).data!;
  return write(company.db, (tx) => {
    const scope = scopeFor(company.viewer("clara"), tx);
    const asked = input.allocations.map(({ invoiceId }) => invoiceId);
    const account = findAccount(scope, input.accountId)!;
    return postReceipt(tx, account, payableInvoices(scope, account.id, input.currency, asked), input, { userId: company.ids.clara, now, today });
  });
}

function apply(id: number, amounts: Record<number, string>, oldestFirst = false) {
  const allocations = Object.entries(amounts).map(([invoiceId, amount]) => ({ invoiceId, amount }));
  const input = applyForm(format).parse({ id, allocations, oldestFirst });
  return write(company.db, (tx) => {
    const invoices = payableInvoices(scopeFor(company.viewer("clara"), tx), company.ids.acme, "MXN");
    return applyReceipt(tx, found(id, tx), invoices, input, { userId: company.ids.clara, now, today });
  });
}

function found(id: number, reader: Parameters<typeof scopeFor>[1]) {
  return findReceipt(scopeFor(company.viewer("clara"), reader), id)!;
}

function told(id: number) {
  return applicationsOf(scopeFor(company.viewer("clara"), company.db), id).map(({ label, amountMinor }) => [label, amountMinor]);
}

function receipt(id: number) {
  return company.db.select().from(documents).where(eq(documents.id, id)).get()!;
}

function invoice(id: number) {
  return receipt(id);
}

function balance() {
  return company.db.select().from(accountBalances).where(eq(accountBalances.accountId, company.ids.acme)).get()!;
}

function refusalOf(deed: () => unknown) {
  try {
    deed();
  } catch (error) {
    if (error instanceof RuleError) return [error.code, error.field];
    throw error;
  }
  return "done";
}
