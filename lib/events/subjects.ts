import { inArray } from "drizzle-orm";
import { type ActivityKind, type DocumentKind, documentKinds } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";

/** What an event was about, as far as the viewer may see it. A document without a number yet has no label. */
export type Subject = { href?: string; label: string | null; amount?: { minor: number; currency: string }; activity?: ToldActivity };
/** What a list of notices says of an activity beside its subject. */
type ToldActivity = { kind: ActivityKind; accountId: number | null; notes: string | null; isAllDay: boolean; startsAt: string; startsAtUtc: number };
type Asked = { subjectKind: string; subjectId: number | null };

/** Where each kind of document is read; the others have no page of their own. */
const folders: Partial<Record<DocumentKind, string>> = { quote: "/quotes", order: "/orders", invoice: "/invoices", receipt: "/receipts" };

/** Subjects by `kind id`; the account itself is left out, since its page is where the list stands. */
export function subjectsOf(scope: Scope, rows: readonly Asked[]): Map<string, Subject> {
  const ids = (...kinds: readonly string[]) => rows.flatMap(({ subjectKind, subjectId }) => (kinds.includes(subjectKind) && subjectId ? [subjectId] : []));
  return new Map([
    ...contactsIn(scope, ids("contact")),
    ...prospectsIn(scope, ids("prospect")),
    ...activitiesIn(scope, ids("activity")),
    ...documentsIn(scope, ids(...documentKinds)),
  ]);
}

/** Whether things of this kind are among those that are named. */
export function isNamed(subjectKind: string): boolean {
  return ["contact", "prospect", "activity", ...documentKinds].includes(subjectKind);
}

export function accountsIn(scope: Scope, ids: (number | null)[]): Map<number, Subject> {
  const { id, name } = scope.accounts;
  const asked = [...new Set(ids)].filter((one) => one !== null);
  const rows = scope.select({ id, name }).from(scope.accounts).where(inArray(id, asked)).all();
  return new Map(rows.map((row) => [row.id, { href: `/accounts/${row.id}`, label: row.name }]));
}

function contactsIn(scope: Scope, ids: number[]): [string, Subject][] {
  const { contacts } = scope;
  const { id, givenName, familyName } = contacts;
  const rows = scope.select({ id, givenName, familyName }).from(contacts).where(inArray(contacts.id, ids)).all();
  return rows.map((row) => [`contact ${row.id}`, { href: `/contacts/${row.id}`, label: `${row.givenName} ${row.familyName}`.trim() }]);
}

function prospectsIn(scope: Scope, ids: number[]): [string, Subject][] {
  const { prospects } = scope;
  const rows = scope.select({ id: prospects.id, number: prospects.number, name: prospects.personName }).from(prospects).where(inArray(prospects.id, ids)).all();
  return rows.map(({ id, number, name }) => [`prospect ${id}`, { href: `/prospects/${id}`, label: `${number} ${name}` }]);
}

function activitiesIn(scope: Scope, ids: number[]): [string, Subject][] {
  if (ids.length === 0) return [];
  const { id, kind, subject, accountId, notes, isAllDay, startsAt, startsAtUtc } = scope.activities;
  const rows = scope.select({ id, kind, subject, accountId, notes, isAllDay, startsAt, startsAtUtc }).from(scope.activities).where(inArray(id, ids)).all();
  return rows.map(({ id: key, subject: label, ...activity }) => [`activity ${key}`, { href: `/activities/${key}`, label, activity }]);
}

function documentsIn(scope: Scope, ids: number[]): [string, Subject][] {
  if (ids.length === 0) return [];
  const { id, kind, label, totalMinor, currency } = scope.anyDocuments;
  const rows = scope.select({ id, kind, label, totalMinor, currency }).from(scope.anyDocuments).where(inArray(id, ids)).all();
  return rows.map((row) => {
    const folder = folders[row.kind];
    return [`${row.kind} ${row.id}`, { href: folder && `${folder}/${row.id}`, label: row.label, amount: { minor: row.totalMinor, currency: row.currency } }];
  });
}
