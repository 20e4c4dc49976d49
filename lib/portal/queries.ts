import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { findDocument } from "@/lib/documents/queries";
import { isPortalKind, isToAccept, type PortalKind, portalKinds } from "./rules";

export type PortalAccount = ReturnType<typeof portalAccounts>[number];
export type PortalDocument = ReturnType<typeof latestDocuments>[number];
export type Debt = { currency: string; balanceMinor: number; overdueMinor: number };

/** The companies open to a customer, each with who looks after it. */
export function portalAccounts(scope: Scope) {
  const { accounts, users } = scope;
  return scope
    .select({ id: accounts.id, name: accounts.name, ownerName: users.name, ownerEmail: users.email })
    .from(accounts)
    .leftJoin(users, eq(users.id, accounts.ownerId))
    .orderBy(accounts.nameKey, accounts.id)
    .all();
}

/** What an account owes on issued invoices, per currency, in minor units. */
export function debtsOf(scope: Scope, accountId: number, today: string): Debt[] {
  const invoices = scope.documents("invoice");
  return scope
    .select({
      currency: invoices.currency,
      balanceMinor: sql<number>`sum(${invoices.balanceMinor})`,
      overdueMinor: sql<number>`sum(case when ${invoices.dueOn} < ${today} then ${invoices.balanceMinor} else 0 end)`,
    })
    .from(invoices)
    .where(and(eq(invoices.accountId, accountId), inArray(invoices.status, ["issued", "delivered"]), sql`${invoices.balanceMinor} > 0`))
    .groupBy(invoices.currency)
    .all();
}

/** Sent, confirmed, issued and posted: the latest of every kind together. */
export function latestDocuments(scope: Scope, accountId: number, most = 20) {
  return portalKinds
    .flatMap((kind) => ofKind(scope, accountId, kind, most))
    .sort((a, b) => b.issuedOn.localeCompare(a.issuedOn) || b.id - a.id)
    .slice(0, most);
}

export function quotesToAccept(scope: Scope, accountId: number, today: string) {
  return ofKind(scope, accountId, "quote", 50).filter((quote) => isToAccept(quote, today));
}

/** A document with its lines and taxes; only what was printed, whatever else the record keeps. */
export function findPortalDocument(scope: Scope, id: string) {
  const { anyDocuments } = scope;
  const key = Number(id);
  const kind = Number.isSafeInteger(key) ? scope.select({ kind: anyDocuments.kind }).from(anyDocuments).where(eq(anyDocuments.id, key)).get()?.kind : undefined;
  const found = kind !== undefined && isPortalKind(kind) ? findDocument(scope, kind, key) : undefined;
  if (!found || kind === undefined || !isPortalKind(kind)) return undefined;
  const { internalNote: _note, principals: _principals, ownerId: _owner, createdBy: _creator, ...document } = found;
  return { ...document, kind, tenders: tendersOf(scope, document.id), settles: settledBy(scope, document.id) };
}

function tendersOf(scope: Scope, documentId: number) {
  const { receiptTenders } = scope;
  const { method, amountMinor } = receiptTenders;
  return scope.select({ method, amountMinor }).from(receiptTenders).where(eq(receiptTenders.documentId, documentId)).orderBy(receiptTenders.position).all();
}

/** The invoices a receipt was applied to, of those open to the customer; what was reversed counts as nothing. */
function settledBy(scope: Scope, documentId: number) {
  const { allocations, anyDocuments } = scope;
  const amountMinor = sql<number>`sum(${allocations.amountMinor})`;
  return scope
    .select({ id: anyDocuments.id, label: anyDocuments.label, amountMinor })
    .from(allocations)
    .innerJoin(anyDocuments, eq(anyDocuments.id, allocations.toDocumentId))
    .where(eq(allocations.fromDocumentId, documentId))
    .groupBy(anyDocuments.id)
    .having(sql`${amountMinor} <> 0`)
    .all();
}

function ofKind(scope: Scope, accountId: number, kind: PortalKind, most: number) {
  const table = scope.documents(kind);
  const { id, label, status, isCurrent, issuedOn, dueOn, validUntil, currency, totalMinor, balanceMinor } = table;
  return scope
    .select({ id, label, status, isCurrent, issuedOn, dueOn, validUntil, currency, totalMinor, balanceMinor })
    .from(table)
    .where(and(eq(table.accountId, accountId), eq(table.isCurrent, true), isNotNull(table.label)))
    .orderBy(desc(table.issuedOn), desc(table.id))
    .limit(most)
    .all()
    .map((row) => ({ ...row, kind }));
}
