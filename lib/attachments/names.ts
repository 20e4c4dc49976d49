import { inArray } from "drizzle-orm";
import { documentKinds } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import type { AttachmentRow } from "./queries";

/** What the records are called that files of an account hang on, by kind and number; drafts have no name. */
export function recordNames(scope: Scope, rows: readonly AttachmentRow[]): Map<string, string> {
  const { anyDocuments, contacts, activities } = scope;
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
  const work = scope
    .select({ id: activities.id, subject: activities.subject })
    .from(activities)
    .where(inArray(activities.id, idsOf("activity")))
    .all();
  return new Map([
    ...papers.map(({ kind, id, label }) => [`${kind} ${id}`, label ?? ""] as const),
    ...people.map(({ id, givenName, familyName }) => [`contact ${id}`, `${givenName} ${familyName}`.trim()] as const),
    ...work.map(({ id, subject }) => [`activity ${id}`, subject] as const),
  ]);
}
