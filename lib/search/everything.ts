import { desc, sql } from "drizzle-orm";
import { type DocumentKind, documentKinds } from "@/db/vocabulary";
import { type Scope, scopeFor } from "@/lib/access/scope";
import { probing } from "@/lib/access/viewer";
import { shownPhone } from "@/lib/core/phones";
import { fold } from "@/lib/core/text";
import { current } from "@/lib/i18n/current";
import { formatDate } from "@/lib/i18n/format";
import { type Closeness, findKeys, isOneOf } from "./find";

export type Hit = { href: string; label: string; hint: string | null; kind?: DocumentKind };
export type HitGroup = { group: "documents" | "accounts" | "contacts" | "prospects" | "catalog" | "activities"; hits: Hit[]; hasMore: boolean };

const most = 10;

/** What a text finds in everything the viewer sees, by kind; a document by its number as printed. Only when nothing is spelt so, what nearly is. */
export function searchEverything(scope: Scope, text: string): HitGroup[] {
  const exact = search(scope, text, "as_typed");
  return exact.length > 0 ? exact : search(scope, text, "nearly");
}

function search(scope: Scope, text: string, how: Closeness): HitGroup[] {
  const found: [HitGroup["group"], Hit[]][] = [
    ["documents", documentsNumbered(scope, text)],
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
    hint: [row.accountId && names.get(row.accountId), formatDate(row.startsAt.slice(0, 10)), excerpt(row, text)].filter(Boolean).join(" · "),
  }));
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

const folders: Partial<Record<DocumentKind, string>> = { quote: "/quotes", order: "/orders", invoice: "/invoices", receipt: "/receipts" };

/** «COT-12» finds COT-00012 and its versions: prefix and number, zeros do not count; without a prefix, the number in every series. */
function documentsNumbered(scope: Scope, text: string): Hit[] {
  const asked = labelParts(text);
  if (!asked) return [];
  return documentKinds.flatMap((kind) => {
    const folder = folders[kind];
    return folder === undefined ? [] : ofKind(scope, kind, folder, asked);
  });
}

function ofKind(scope: Scope, kind: DocumentKind, folder: string, asked: { prefix: string; number: number }): Hit[] {
  const documents = scope.documents(kind);
  const { id, label, number, customerName, isCurrent } = documents;
  const rows = scope
    .select({ id, label, customerName })
    .from(documents)
    .where(sql`${number} = ${asked.number} and ${isCurrent} = 1`)
    .orderBy(id)
    .limit(50)
    .all();
  return rows
    .filter((row) => asked.prefix === "" || labelParts(row.label ?? "")?.prefix === asked.prefix)
    .map((row) => ({ href: `${folder}/${row.id}`, label: row.label!, hint: row.customerName, kind }));
}

function labelParts(text: string): { prefix: string; number: number } | undefined {
  const [, prefix, digits] = /^([\p{L}\p{N}\-/.]*?)[-\s]*0*(\d{1,9})(?:\s*r\d+)?$/iu.exec(text.trim()) ?? [];
  return digits === undefined ? undefined : { prefix: prefix!.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ""), number: Number(digits) };
}
