import { inArray } from "drizzle-orm";
import { documentKinds } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";

type About = { recordKind: string; recordId: number };

/** What the records are called that something hangs on, such as the files of an account, by kind and number, as far as the viewer sees them; drafts have no name. */
export function recordNames(scope: Scope, rows: readonly About[]): Map<string, string> {
  const { anyDocuments, contacts, prospects, activities } = scope;
  const idsOf = (...kinds: string[]) => rows.filter(({ recordKind }) => kinds.includes(recordKind)).map(({ recordId }) => recordId);
  const papers = scope
    .select({ kind: anyDocuments.kind, id: anyDocuments.id, label: anyDocuments.label })
    .from(anyDocuments)
    .where(inArray(anyDocuments.id, idsOf(...documentKinds)))
    .all();
  const people = scope
    .select({ id: contacts.id, givenName: contacts.givenName, familyName: contacts.familyName })
    .from(contacts)
    .where(inArray(contacts.id, idsOf("contact")))
    .all();
  const inquirers = scope
    .select({ id: prospects.id, personName: prospects.personName, companyName: prospects.companyName })
    .from(prospects)
    .where(inArray(prospects.id, idsOf("prospect")))
    .all();
  const work = scope
    .select({ id: activities.id, subject: activities.subject })
    .from(activities)
    .where(inArray(activities.id, idsOf("activity")))
    .all();
  return new Map([
    ...papers.map(({ kind, id, label }) => [`${kind} ${id}`, label ?? ""] as const),
    ...people.map(({ id, givenName, familyName }) => [`contact ${id}`, `${givenName} ${familyName}`.trim()] as const),
    ...inquirers.map(({ id, personName, companyName }) => [`prospect ${id}`, companyName ?? personName] as const),
    ...work.map(({ id, subject }) => [`activity ${id}`, subject] as const),
  ]);
}
