import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { allocations, company, documents, receiptTenders } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import { sortKey } from "@/lib/core/text";
import { keepAccountBalance, settleDocument } from "@/lib/documents/balances";
import { freezeDocument } from "@/lib/documents/freeze";
import { companyToday, seriesFor, takeNumber } from "@/lib/documents/numbering";
import type { Change } from "@/lib/events/record";
import { type Applied, appliedTo, sumOf, type Tender, tendersOf } from "./amounts";
import type { Payable } from "./choices";
import type { ApplyInput, ReceiptInput } from "./forms";
import { isPosted } from "./rules";

type By = { userId: number | null; now: number; today: string };
type Account = { id: number; name: string; ownerId: number | null };
type Row = typeof documents.$inferSelect;
type Filed = Pick<Row, "id" | "accountId" | "currency">;

/** Takes money in: numbered, frozen, applied to the invoices asked for, the rest in the customer's favour. `invoices` are those
 *  that may be paid, oldest first. Throws at the field that is wrong. */
export function postReceipt(tx: Transaction, account: Account, invoices: readonly Payable[], input: ReceiptInput, by: By): Change {
  if (input.receivedOn > by.today) throw new RuleError("in_the_future", "receivedOn");
  const tenders = tendersOf(input);
  const totalMinor = sumOf(tenders);
  const applied = appliedTo(invoices, input, { received: totalMinor, currency: input.currency, accountId: account.id });

  const posted = insertPosted(tx, account, input, totalMinor, by);
  insertTenders(tx, posted.id, tenders);
  freezeDocument(tx, { ...posted, lines: [], taxes: [], principals: [] }, {}, by.now);
  apply(tx, posted, applied, by);
  return { kind: "receipt", id: posted.id, accountId: account.id, before: null, after: { ...reread(tx, posted.id), tenders, applied: toldOf(applied) } };
}

/** Applies what a receipt has left. Throws `receipts.nothing_left`, or at the field that is wrong. */
export function applyReceipt(tx: Transaction, receipt: Row, invoices: readonly Payable[], input: ApplyInput, by: By): Change {
  if (!isPosted(receipt)) throw new RuleError("receipts.already_voided");
  if (receipt.balanceMinor === 0) throw new RuleError("receipts.nothing_left");
  const before = reread(tx, receipt.id);
  const { accountId, currency, balanceMinor } = before;
  const applied = appliedTo(invoices, input, { received: balanceMinor, currency, accountId });
  if (applied.length === 0) throw new RuleError("receipts.nothing_applied", "allocations");
  apply(tx, receipt, applied, by);
  const after = { ...reread(tx, receipt.id), applied: toldOf(applied) };
  return { kind: "receipt", id: receipt.id, accountId, before: { ...before, applied: [] }, after };
}

/** The number stays, every application is undone by a second row, and the invoices owe again. Throws when it is voided already. */
export function voidReceipt(tx: Transaction, receipt: Row, reason: string, by: By): Change {
  if (!isPosted(receipt)) throw new RuleError("receipts.already_voided");
  const before = reread(tx, receipt.id);
  const standing = standingOf(tx, receipt.id);
  for (const { id, toDocumentId, amountMinor } of standing) {
    const reversal = { fromDocumentId: receipt.id, toDocumentId, amountMinor: -amountMinor, reversesId: id };
    tx.insert(allocations)
      .values({ ...reversal, allocatedOn: by.today, createdAt: by.now })
      .run();
  }
  tx.update(documents)
    .set({ status: "voided", reason, voidedAt: by.now, updatedAt: by.now, version: receipt.version + 1 })
    .where(eq(documents.id, receipt.id))
    .run();
  settle(
    tx,
    receipt,
    standing.map(({ toDocumentId }) => toDocumentId),
  );
  return { kind: "receipt", id: receipt.id, accountId: receipt.accountId, before, after: reread(tx, receipt.id) };
}

function insertPosted(tx: Transaction, account: Account, { receivedOn, currency, notes }: ReceiptInput, totalMinor: number, by: By): Row {
  const { priceMode, roundingMode, taxScope } = tx.select().from(company).get()!;
  const ownerId = account.ownerId ?? by.userId;
  if (ownerId === null) throw new RuleError("receipts.no_owner");
  return tx
    .insert(documents)
    .values({
      kind: "receipt",
      status: "posted",
      ...takeNumber(tx, seriesFor(tx, "receipt", null), companyToday(tx, by.now)),
      accountId: account.id,
      ownerId,
      createdBy: by.userId,
      customerName: account.name,
      customerNameKey: sortKey(account.name),
      issuedOn: receivedOn,
      currency,
      priceMode,
      roundingMode,
      taxScope,
      netMinor: totalMinor,
      totalMinor,
      notes,
      createdAt: by.now,
      updatedAt: by.now,
    })
    .returning()
    .get();
}

function insertTenders(tx: Transaction, documentId: number, tenders: Tender[]) {
  const rows = tenders.map((tender, position) => ({
    documentId,
    position,
    ...tender,
    chequeState: tender.method === "cheque" || tender.method === "deferred_cheque" ? ("to_deposit" as const) : null,
  }));
  tx.insert(receiptTenders).values(rows).run();
}

function apply(tx: Transaction, receipt: Filed, applied: Applied[], { now, today }: By) {
  for (const { invoice, amountMinor } of applied) {
    const row = { fromDocumentId: receipt.id, toDocumentId: invoice.id, amountMinor, allocatedOn: today, createdAt: now };
    tx.insert(allocations).values(row).run();
  }
  settle(
    tx,
    receipt,
    applied.map(({ invoice }) => invoice.id),
  );
}

function settle(tx: Transaction, receipt: Filed, invoiceIds: number[]) {
  for (const id of [receipt.id, ...invoiceIds]) settleDocument(tx, id);
  keepAccountBalance(tx, receipt.accountId, receipt.currency);
}

/** Applications that no second row has undone. */
function standingOf(tx: Transaction, receiptId: number) {
  const isStanding = sql`${allocations.fromDocumentId} = ${receiptId} and ${allocations.reversesId} is null
    and not exists (select 1 from allocations undone where undone.reverses_id = ${allocations.id})`;
  return tx.select().from(allocations).where(isStanding).orderBy(allocations.id).all();
}

function toldOf(applied: Applied[]) {
  return applied.map(({ invoice, amountMinor }) => ({ invoice: invoice.label, amountMinor }));
}

function reread(tx: Transaction, id: number): Row {
  return tx.select().from(documents).where(eq(documents.id, id)).get()!;
}
