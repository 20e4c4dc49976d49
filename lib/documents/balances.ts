import { and, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountBalances, allocations, documents } from "@/db/schema";
import type { DocumentKind, DocumentStatus } from "@/db/vocabulary";

type Settled = { paidMinor: number; creditedMinor: number; balanceMinor: number };

const owing: DocumentKind[] = ["invoice", "debit_note"];
const paying: DocumentKind[] = ["receipt", "credit_note"];
const withoutEffect: DocumentStatus[] = ["draft", "voided"];

/** Reads again from its allocations what a document still owes, or, of a receipt or credit note, what is still free to apply. */
export function settleDocument(tx: Transaction, documentId: number): Settled {
  const { kind, status, totalMinor } = tx.select().from(documents).where(eq(documents.id, documentId)).get()!;
  const settled = withoutEffect.includes(status) ? nothing : settledBy(tx, documentId, kind, totalMinor);
  tx.update(documents).set(settled).where(eq(documents.id, documentId)).run();
  return settled;
}

/** Reads again from its documents what an account bought, owes and has in its favour in one currency. */
export function keepAccountBalance(tx: Transaction, accountId: number, currency: string) {
  const kept = tx
    .select({
      invoicedMinor: sum(
        sql`case when ${inArray(documents.kind, owing)} then ${documents.totalMinor} when ${documents.kind} = 'credit_note' then -${documents.totalMinor} end`,
      ),
      balanceMinor: sum(sql`case when ${inArray(documents.kind, owing)} then ${documents.balanceMinor} end`),
      creditMinor: sum(sql`case when ${inArray(documents.kind, paying)} then ${documents.balanceMinor} end`),
      lastPurchaseOn: sql<string | null>`max(case when ${documents.kind} = 'invoice' then ${documents.issuedOn} end)`,
    })
    .from(documents)
    .where(
      and(
        eq(documents.accountId, accountId),
        inArray(documents.kind, [...owing, ...paying]),
        eq(documents.currency, currency),
        notInArray(documents.status, withoutEffect),
      ),
    )
    .get()!;
  tx.insert(accountBalances)
    .values({ accountId, currency, ...kept })
    .onConflictDoUpdate({ target: [accountBalances.accountId, accountBalances.currency], set: kept })
    .run();
}

const nothing: Settled = { paidMinor: 0, creditedMinor: 0, balanceMinor: 0 };

function settledBy(tx: Transaction, documentId: number, kind: DocumentKind, totalMinor: number): Settled {
  if (paying.includes(kind)) return { ...nothing, balanceMinor: totalMinor - appliedFrom(tx, documentId) };
  if (!owing.includes(kind)) return nothing;
  const paidMinor = appliedTo(tx, documentId, "receipt");
  const creditedMinor = appliedTo(tx, documentId, "credit_note");
  return { paidMinor, creditedMinor, balanceMinor: totalMinor - paidMinor - creditedMinor };
}

function appliedFrom(tx: Transaction, documentId: number): number {
  return tx
    .select({ applied: sum(allocations.amountMinor) })
    .from(allocations)
    .where(eq(allocations.fromDocumentId, documentId))
    .get()!.applied;
}

function appliedTo(tx: Transaction, documentId: number, kind: DocumentKind): number {
  return tx
    .select({ applied: sum(allocations.amountMinor) })
    .from(allocations)
    .innerJoin(documents, eq(documents.id, allocations.fromDocumentId))
    .where(and(eq(allocations.toDocumentId, documentId), eq(documents.kind, kind)))
    .get()!.applied;
}

function sum(amount: SQL | typeof allocations.amountMinor) {
  return sql<number>`coalesce(sum(${amount}), 0)`;
}
