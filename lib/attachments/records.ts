import { eq } from "drizzle-orm";
import type { AttachmentKind } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import type { Owned } from "@/lib/access/viewer";

export type RecordRef = { kind: AttachmentKind; id: number };
export type FiledRecord = RecordRef & Owned & { accountId: number | null; prospectId: number | null };

/** The record that files hang on, with what deciding about it takes; undefined when it is not there for this viewer. */
export function findRecord(scope: Scope, { kind, id }: RecordRef): FiledRecord | undefined {
  const filed = filing(scope, kind, id);
  return filed && { kind, id, accountId: null, prospectId: null, ownerId: null, principals: [], ...filed };
}

function filing(scope: Scope, kind: AttachmentKind, id: number): Partial<FiledRecord> | undefined {
  switch (kind) {
    case "account":
      return ofAccount(scope, id);
    case "contact":
      return ofContact(scope, id);
    case "prospect":
      return ofProspect(scope, id);
    case "activity":
      return ofActivity(scope, id);
    case "catalog_item": {
      const { catalogItems } = scope;
      return scope.select({ id: catalogItems.id }).from(catalogItems).where(eq(catalogItems.id, id)).get();
    }
    default: {
      const documents = scope.anyDocuments;
      const found = scope.select().from(documents).where(eq(documents.id, id)).get();
      if (found?.kind !== kind) return undefined;
      return { ownerId: found.ownerId, accountId: found.accountId, principals: scope.principalsOf(found.accountId) };
    }
  }
}

function ofAccount(scope: Scope, id: number) {
  const { accounts } = scope;
  const found = scope.select({ ownerId: accounts.ownerId }).from(accounts).where(eq(accounts.id, id)).get();
  return found && { ...found, accountId: id, principals: scope.principalsOf(id) };
}

function ofContact(scope: Scope, id: number) {
  const { contacts, accountContacts } = scope;
  const found = scope.select({ ownerId: contacts.ownerId, ownerGroupId: contacts.ownerGroupId }).from(contacts).where(eq(contacts.id, id)).get();
  if (!found) return undefined;
  const related = scope.select({ accountId: accountContacts.accountId }).from(accountContacts).where(eq(accountContacts.contactId, id)).all();
  const group = found.ownerGroupId === null ? [] : [`g${found.ownerGroupId}`];
  return { ownerId: found.ownerId, principals: [...group, ...related.flatMap(({ accountId }) => scope.principalsOf(accountId))] };
}

function ofProspect(scope: Scope, id: number) {
  const { prospects } = scope;
  const found = scope.select({ ownerId: prospects.ownerId, accountId: prospects.accountId }).from(prospects).where(eq(prospects.id, id)).get();
  return found && { ...found, prospectId: id, principals: scope.principalsOf(found.accountId) };
}

function ofActivity(scope: Scope, id: number) {
  const { activities } = scope;
  const { ownerId, accountId, prospectId } = activities;
  const found = scope.select({ ownerId, accountId, prospectId }).from(activities).where(eq(activities.id, id)).get();
  if (!found) return undefined;
  const prospect = found.prospectId === null ? undefined : ofProspect(scope, found.prospectId);
  const principals = [...scope.principalsOf(found.accountId), ...(prospect ? [`u${prospect.ownerId}`, ...prospect.principals] : [])];
  return { ...found, principals };
}
