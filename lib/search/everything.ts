import { desc } from "drizzle-orm";
import type { DocumentKind } from "@/db/vocabulary";
import { type Scope, scopeFor } from "@/lib/access/scope";
import { probing } from "@/lib/access/viewer";
import { shownPhone } from "@/lib/core/phones";
import { fold } from "@/lib/core/text";
import { current } from "@/lib/i18n/current";
import { formatDate } from "@/lib/i18n/format";
import { type Closeness, findKeys } from "./find";
import { isOneOf } from "./one-of";
import { papersNumbered } from "./papers";

/** `account` is whose it is, with the way there when the viewer sees it. */
export type Hit = { href: string; label: string; hint: string | null; kind?: DocumentKind; account?: { label: string; href?: string } };
export type HitGroup = { group: "documents" | "accounts" | "contacts" | "prospects" | "catalog" | "activities"; hits: Hit[]; hasMore: boolean };

const most = 10;

/** What a text finds in everything the viewer sees, by kind; a document by its number as printed. Only when nothing is spelt so, what nearly is. */
export function searchEverything(scope: Scope, text: string): HitGroup[] {
  const exact = search(scope, text, "as_typed");
  return exact.length > 0 ? exact : search(scope, text, "nearly");
}

const perPage = 50;

/** All the documents a number finds, page by page. */
export function searchDocuments(scope: Scope, text: string, after?: string): { group: HitGroup; next?: string } {
  const { papers, next } = papersNumbered(scope, text, perPage, after);
  return { group: { group: "documents", hits: paperHits(scope, papers), hasMore: false }, next };
}

function search(scope: Scope, text: string, how: Closeness): HitGroup[] {
  const found: [HitGroup["group"], Hit[]][] = [
    ["documents", paperHits(scope, papersNumbered(scope, text, most + 1).papers)],
    ["accounts", accountHits(scope, text, how)],
    ["contacts", contactHits(scope, text, how)],
    ["prospects", prospectHits(scope, text, how)],
    ["catalog", catalogHits(scope, text, how)],
    ["activities", activityHits(scope, text, how)],
  ];
  return found.filter(([, hits]) => hits.length > 0).map(([group, hits]) => ({ group, hits: hits.slice(0, most), hasMore: hits.length > most }));
}

function accountHits(scope: Scope, text: string, how: Closeness): Hit[] {
  const keys = findKeys(scope, "account", text, how);
  if (keys.length === 0) return [];
  const { id, name, nameKey, city } = scope.accounts;
  const rows = scope
    .select({ id, name, city })
    .from(scope.accounts)
    .where(isOneOf(id, keys))
    .orderBy(nameKey, id)
    .limit(most + 1)
    .all();
  return rows.map((row) => ({ href: `/accounts/${row.id}`, label: row.name, hint: row.city }));
}

function contactHits(scope: Scope, text: string, how: Closeness): Hit[] {
  const keys = findKeys(scope, "contact", text, how);
  if (keys.length === 0) return [];
  const { id, givenName, familyName, nameKey, phone, phoneE164, email } = scope.contacts;
  const rows = scope
    .select({ id, givenName, familyName, phone, phoneE164, email })
    .from(scope.contacts)
    .where(isOneOf(id, keys))
    .orderBy(nameKey, id)
    .limit(most + 1)
    .all();
  const country = current().pack.code;
  const reach = (row: (typeof rows)[number]) => (row.phone === null ? row.email : shownPhone(row.phone, row.phoneE164, country));
  return rows.map((row) => ({ href: `/contacts/${row.id}`, label: `${row.givenName} ${row.familyName}`.trim(), hint: reach(row) }));
}

function prospectHits(scope: Scope, text: string, how: Closeness): Hit[] {
  const keys = findKeys(scope, "prospect", text, how);
  if (keys.length === 0) return [];
  const { id, number, personName, companyName, nameKey } = scope.prospects;
  const rows = scope
    .select({ id, number, personName, companyName })
    .from(scope.prospects)
    .where(isOneOf(id, keys))
    .orderBy(nameKey, id)
    .limit(most + 1)
    .all();
  return rows.map((row) => ({ href: `/prospects/${row.id}`, label: row.personName, hint: [`${row.number}`, row.companyName].filter(Boolean).join(" · ") }));
}

function catalogHits(scope: Scope, text: string, how: Closeness): Hit[] {
  const keys = findKeys(scope, "catalog_item", text, how);
  if (keys.length === 0) return [];
  const { id, name, code } = scope.catalogItems;
  const rows = scope
    .select({ id, name, code })
    .from(scope.catalogItems)
    .where(isOneOf(id, keys))
    .orderBy(name, id)
    .limit(most + 1)
    .all();
  return rows.map((row) => ({ href: `/catalog/${row.id}`, label: row.name, hint: row.code }));
}

/** The latest first: of whom, when, and what was noted round the first word when the subject does not say it. */
function activityHits(scope: Scope, text: string, how: Closeness): Hit[] {
  const keys = findKeys(scope, "activity", text, how);
  if (keys.length === 0) return [];
  const { id, subject, startsAt, startsAtUtc, notes, result, accountId } = scope.activities;
  const rows = scope
    .select({ id, subject, startsAt, notes, result, accountId })
    .from(scope.activities)
    .where(isOneOf(id, keys))
    .orderBy(desc(startsAtUtc), id)
    .limit(most + 1)
    .all();
  const names = namesOf(
    scope,
    rows.flatMap((row) => row.accountId ?? []),
  );
  return rows.map((row) => ({
    href: `/activities/${row.id}`,
    label: row.subject,
    hint: [formatDate(row.startsAt.slice(0, 10)), excerpt(row, text)].filter(Boolean).join(" · "),
    account: linked(names, row.accountId),
  }));
}

function paperHits(scope: Scope, papers: ReturnType<typeof papersNumbered>["papers"]): Hit[] {
  const names = namesOf(
    scope,
    papers.map(({ accountId }) => accountId),
  );
  return papers.map(({ href, label, kind, accountId, customerName }) => ({
    ...{ href, label, kind, hint: null },
    account: { ...linked(names, accountId), label: customerName },
  }));
}

function linked(names: Map<number, string>, accountId: number | null): { label: string; href: string } | undefined {
  const label = accountId === null ? undefined : names.get(accountId);
  return label === undefined ? undefined : { label, href: `/accounts/${accountId}` };
}

function namesOf({ viewer, reader }: Scope, accountIds: number[]): Map<number, string> {
  const { accounts, select } = scopeFor(probing(viewer), reader);
  const rows = select({ id: accounts.id, name: accounts.name }).from(accounts).where(isOneOf(accounts.id, accountIds)).all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const longestExcerpt = 90;

function excerpt({ subject, notes, result }: { subject: string; notes: string | null; result: string | null }, text: string): string {
  const first = fold(text).split(" ")[0]!;
  if (fold(subject).includes(first)) return "";
  const plain = `${notes ?? ""} ${result ?? ""}`.replace(/\s+/g, " ").trim();
  const at = Math.max(0, fold(plain).indexOf(first) - 30);
  const part = plain.slice(at, at + longestExcerpt);
  return `${at > 0 ? "…" : ""}${part}${at + longestExcerpt < plain.length ? "…" : ""}`;
}
