import { and, eq, sql } from "drizzle-orm";
import type { DocumentKind } from "@/db/vocabulary";
import { keyset, pageOf } from "@/lib/access/keyset";
import { grants } from "@/lib/access/permissions";
import { moduleOfKind } from "@/lib/access/relations/documents";
import type { Scope } from "@/lib/access/scope";
import { countAttachmentsOfAccount } from "@/lib/attachments/queries";
import type { Cursor } from "@/lib/core/cursor";
import { type AccountTab, accountTabs } from "./filters";
import { balancesOfAccount } from "./queries";

export const tabKinds = { quotes: "quote", orders: "order", invoices: "invoice", receipts: "receipt" } as const satisfies Partial<
  Record<AccountTab, DocumentKind>
>;
const perTab = 20;
/** Milliseconds later than any instant that can be planned. */
const afterAllPlanned = sql`8000000000000000`;
const appointments = sql`('appointment', 'meeting', 'visit')`;
const tasks = sql`('task', 'call', 'whatsapp', 'email')`;

/** What the tabs of an account hold, of those the viewer may see at all. */
export function tabCounts(scope: Scope, accountId: number): { tab: AccountTab; count?: number }[] {
  return accountTabs.filter((tab) => maySee(scope, tab)).map((tab) => (tab === "activity" ? { tab } : { tab, count: countOf(scope, tab, accountId) }));
}

/** The money of an account: nothing for who does not see its invoices. */
export function moneyOfAccount(scope: Scope, accountId: number) {
  if (!grants(scope.viewer, "invoices", "view")) return undefined;
  const balances = balancesOfAccount(scope, accountId);
  const lastPurchaseOn = balances.map((balance) => balance.lastPurchaseOn).reduce((a, b) => ((a ?? "") > (b ?? "") ? a : b), null);
  return { balances, overdue: overdueOf(scope, accountId), lastPurchaseOn };
}

/** The latest of one kind: what a tab shows before «Ver todo». */
export function latestDocuments(scope: Scope, kind: DocumentKind, accountId: number, most = 10) {
  const documents = scope.documents(kind);
  const { id, label, status, issuedOn, dueOn, validUntil, isCurrent, totalMinor, balanceMinor, currency } = documents;
  return scope
    .select({ id, label, status, issuedOn, dueOn, validUntil, isCurrent, totalMinor, balanceMinor, currency })
    .from(documents)
    .where(and(eq(documents.accountId, accountId), sql`${documents.isCurrent} = 1`))
    .orderBy(sql`${documents.issuedOn} desc`, sql`${documents.id} desc`)
    .limit(most)
    .all();
}

/** Planned ones first, by their date; then what was done, the newest first. */
export function listActivities(scope: Scope, tab: "appointments" | "tasks", accountId: number, cursor?: Cursor) {
  const { activities, users } = scope;
  const { id, kind, status, subject, isAllDay, startsAt, startsAtUtc } = activities;
  const turn = sql<number>`case when ${status} = 'planned' then ${startsAtUtc} else ${afterAllPlanned} - ${startsAtUtc} end`;
  const filters = { accountId, tab, sort: "turn", cursor };
  const { where, orderBy, limit } = keyset(filters, turn, id, perTab);
  const rows = scope
    .select({
      sortValue: turn,
      ...{ id, kind, status, subject, isAllDay, startsAt, startsAtUtc },
      ownerName: sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${activities.ownerId})`,
    })
    .from(activities)
    .where(and(activityOf(scope, tab, accountId), where))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  return pageOf(rows, filters, perTab);
}

export function listProspects(scope: Scope, accountId: number, cursor?: Cursor) {
  const { prospects } = scope;
  const { id, number, personName, subject, status, contactedOn, nextActionOn } = prospects;
  const filters = { accountId, tab: "prospects", sort: "-contacted", cursor };
  const { where, orderBy, limit } = keyset(filters, contactedOn, id, perTab);
  const rows = scope
    .select({ sortValue: sql<string>`${contactedOn}`, id, number, personName, subject, status, contactedOn, nextActionOn })
    .from(prospects)
    .where(and(eq(prospects.accountId, accountId), where))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  return pageOf(rows, filters, perTab);
}

function maySee({ viewer }: Scope, tab: AccountTab): boolean {
  switch (tab) {
    case "activity":
    case "files":
      return true;
    case "appointments":
    case "tasks":
      return grants(viewer, "activities", "view");
    case "prospects":
      return grants(viewer, "prospects", "view");
    default:
      return grants(viewer, moduleOfKind[tabKinds[tab]], "view");
  }
}

function countOf(scope: Scope, tab: Exclude<AccountTab, "activity">, accountId: number): number {
  const { activities, prospects } = scope;
  const count = sql<number>`count(*)`;
  if (tab === "appointments" || tab === "tasks") {
    const planned = and(activityOf(scope, tab, accountId), eq(activities.status, "planned"));
    return scope.select({ count }).from(activities).where(planned).get()!.count;
  }
  if (tab === "prospects") return scope.select({ count }).from(prospects).where(eq(prospects.accountId, accountId)).get()!.count;
  if (tab === "files") return countAttachmentsOfAccount(scope, accountId);
  const documents = scope.documents(tabKinds[tab]);
  const theirs = and(eq(documents.accountId, accountId), sql`${documents.isCurrent} = 1`);
  return scope.select({ count }).from(documents).where(theirs).get()!.count;
}

function activityOf({ activities }: Scope, tab: "appointments" | "tasks", accountId: number) {
  return and(eq(activities.accountId, accountId), sql`${activities.kind} in ${tab === "appointments" ? appointments : tasks}`);
}

function overdueOf(scope: Scope, accountId: number) {
  const invoices = scope.documents("invoice");
  return scope
    .select({ currency: invoices.currency, balanceMinor: sql<number>`sum(${invoices.balanceMinor})`, oldestOn: sql<string>`min(${invoices.dueOn})` })
    .from(invoices)
    .where(
      and(eq(invoices.accountId, accountId), sql`${invoices.balanceMinor} > 0 and ${invoices.status} = 'issued' and ${invoices.dueOn} < ${scope.viewer.today}`),
    )
    .groupBy(invoices.currency)
    .orderBy(invoices.currency)
    .all();
}
