import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Transaction } from "@/db/open";
import { accountBalances, allocations, documents } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { findAccount } from "@/lib/accounts/queries";
import { RuleError } from "@/lib/core/errors";
import { payableInvoices } from "@/lib/receipts/choices";
import { applyReceipt, postReceipt, voidReceipt } from "@/lib/receipts/commands";
import { applyForm, receiptForm } from "@/lib/receipts/forms";
import { findReceipt } from "@/lib/receipts/queries";
import { issuedInvoice } from "../../support/invoices";
import { now, today, type World, world } from "../../support/world";

const format = { decimal: ".", group: "," } as const;
const share = fc.integer({ min: 0, max: 130 });
const step = fc.oneof(
  fc.record({ deed: fc.constant("issue" as const), account: fc.nat(1), amount: fc.integer({ min: 1, max: 100_000 }), currency: fc.constantFrom("MXN", "USD") }),
  fc.record({
    deed: fc.constant("collect" as const),
    account: fc.nat(1),
    amount: fc.integer({ min: 1, max: 150_000 }),
    currency: fc.constantFrom("MXN", "USD"),
    shares: fc.array(share, { maxLength: 4 }),
    oldestFirst: fc.boolean(),
  }),
  fc.record({ deed: fc.constant("apply" as const), receipt: fc.nat(20), shares: fc.array(share, { maxLength: 4 }), oldestFirst: fc.boolean() }),
  fc.record({ deed: fc.constant("void" as const), receipt: fc.nat(20) }),
);
type Step = typeof step extends fc.Arbitrary<infer Kind> ? Kind : never;

test("after any payments and reversals, what is kept is what the rows add up to", () => {
  let posted = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 25 }), (steps) => {
      const company = world();
      for (const one of steps) {
        const outcome = take(company, one);
        posted += outcome === "posted" ? 1 : 0;
        refused += outcome === "refused" ? 1 : 0;
      }
      expectKept(company);
      company.db.$client.close();
    }),
    { numRuns: 25 },
  );
  expect(posted).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(5);
});

function take(company: World, step: Step): "posted" | "refused" | "done" {
  try {
    return write(company.db, (tx) => run(company, tx, step));
  } catch (error) {
    if (error instanceof RuleError) return "refused";
    throw error;
  }
}

function run(company: World, tx: Transaction, step: Step) {
  const scope = scopeFor(company.viewer("marta"), tx);
  const by = { userId: company.ids.marta, now, today };
  const accountId = "account" in step && step.account === 1 ? company.ids.beta : company.ids.acme;
  if (step.deed === "issue") {
    issuedInvoice(tx, { accountId, totalMinor: step.amount, currency: step.currency });
    return "done";
  }
  if (step.deed === "collect") {
    const open = payableInvoices(scope, accountId, step.currency);
    const tenders = [{ method: "cash", amount: text(step.amount) }];
    const typed = { accountId, currency: step.currency, receivedOn: today, tenders, allocations: asked(open, step.shares), oldestFirst: step.oldestFirst };
    postReceipt(tx, findAccount(scope, accountId)!, open, receiptForm(format).parse(typed), by);
    return "posted";
  }
  const receipts = tx.select({ id: documents.id }).from(documents).where(eq(documents.kind, "receipt")).all();
  const chosen = receipts[step.receipt % (receipts.length || 1)];
  if (!chosen) return "done";
  const receipt = findReceipt(scope, chosen.id)!;
  if (step.deed === "void") voidReceipt(tx, receipt, "Prueba", by);
  else {
    const open = payableInvoices(scope, receipt.accountId, receipt.currency);
    applyReceipt(tx, receipt, open, applyForm(format).parse({ id: receipt.id, allocations: asked(open, step.shares), oldestFirst: step.oldestFirst }), by);
  }
  return "done";
}

/** Shares above a hundred ask for more than is owed, and must be refused. */
function asked(open: { id: number; balanceMinor: number }[], shares: number[]) {
  return open
    .slice(0, shares.length)
    .map(({ id, balanceMinor }, place) => ({ invoiceId: id, amount: text(Math.floor((balanceMinor * shares[place]!) / 100)) }));
}

function text(minor: number) {
  return (minor / 100).toFixed(2);
}

function expectKept({ db, ids }: World) {
  const rows = db.select().from(documents).all();
  const applied = db.select().from(allocations).all();
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const amountOf = (side: "fromDocumentId" | "toDocumentId", id: number) =>
    sum(applied.filter((row) => row[side] === id).map(({ amountMinor }) => amountMinor));

  for (const row of rows) {
    const settled = amountOf(row.kind === "receipt" ? "fromDocumentId" : "toDocumentId", row.id);
    expect(row.balanceMinor).toBe(row.status === "voided" ? 0 : row.totalMinor - settled);
    expect(row.balanceMinor).toBeGreaterThanOrEqual(0);
    if (row.status === "voided") expect(settled).toBe(0);
    if (row.kind === "invoice") expect(row.paidMinor).toBe(settled);
  }
  for (const accountId of [ids.acme, ids.beta]) {
    for (const currency of ["MXN", "USD"]) {
      const of = (kind: string) =>
        rows.filter((row) => row.accountId === accountId && row.currency === currency && row.kind === kind && row.status !== "voided");
      const kept = db
        .select()
        .from(accountBalances)
        .all()
        .find((row) => row.accountId === accountId && row.currency === currency);
      expect(kept?.invoicedMinor ?? 0).toBe(sum(of("invoice").map(({ totalMinor }) => totalMinor)));
      expect(kept?.balanceMinor ?? 0).toBe(sum(of("invoice").map(({ balanceMinor }) => balanceMinor)));
      expect(kept?.creditMinor ?? 0).toBe(sum(of("receipt").map(({ balanceMinor }) => balanceMinor)));
      expect(kept?.lastPurchaseOn ?? null).toBe(of("invoice").length > 0 ? today : null);
    }
  }
}
