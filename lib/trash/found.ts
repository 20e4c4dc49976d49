import { eq } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Owned } from "@/lib/access/viewer";
import { whenText } from "@/lib/activities/when";
import { fullName } from "@/lib/contacts/rules";
import type { TrashKind, TrashRef } from "./rules";

/** A record in the trash: how it is called, of what was planned when it begins, and what deciding about it takes. */
export type Trashed = TrashRef & Owned & { name: string; when?: string; principals: string[] };

/** Undefined when it is not in the trash, or not for this viewer. */
export function findTrashed(scope: Scope, { kind, id }: TrashRef): Trashed | undefined {
  const found = finders[kind](scope, id);
  return found && { kind, id, ...found };
}

type Found = Omit<Trashed, keyof TrashRef> | undefined;

const finders: Record<TrashKind, (scope: Scope, id: number) => Found> = {
  account: (scope, id) => {
    const { trashedAccounts: trashed } = scope;
    const row = scope.select({ ownerId: trashed.ownerId, name: trashed.name }).from(trashed).where(eq(trashed.id, id)).get();
    return row && { ...row, principals: scope.principalsOf(id) };
  },
  contact: (scope, id) => {
    const { trashedContacts: trashed, accountContacts } = scope;
    const row = scope.select().from(trashed).where(eq(trashed.id, id)).get();
    if (!row) return undefined;
    const related = scope.select({ accountId: accountContacts.accountId }).from(accountContacts).where(eq(accountContacts.contactId, id)).all();
    const group = row.ownerGroupId === null ? [] : [`g${row.ownerGroupId}`];
    return { ownerId: row.ownerId, name: fullName(row), principals: [...group, ...related.flatMap(({ accountId }) => scope.principalsOf(accountId))] };
  },
  prospect: (scope, id) => {
    const { trashedProspects: trashed } = scope;
    const row = scope.select().from(trashed).where(eq(trashed.id, id)).get();
    return row && { ownerId: row.ownerId, name: `${row.number} ${row.companyName ?? row.personName}`, principals: scope.principalsOf(row.accountId) };
  },
  activity: (scope, id) => {
    const { trashedActivities: trashed } = scope;
    const row = scope.select().from(trashed).where(eq(trashed.id, id)).get();
    if (!row) return undefined;
    const principals = [...scope.principalsOf(row.accountId), ...prospectPrincipals(scope, row.prospectId)];
    return { ownerId: row.ownerId, name: row.subject, when: whenText(row), principals };
  },
};

/** Of the prospect in the trash too: whoever brings back what hangs on it is told to bring it back first. */
function prospectPrincipals(scope: Scope, id: number | null): string[] {
  if (id === null) return [];
  const { prospects, trashedProspects: trashed } = scope;
  const prospect =
    scope.select({ ownerId: prospects.ownerId, accountId: prospects.accountId }).from(prospects).where(eq(prospects.id, id)).get() ??
    scope.select({ ownerId: trashed.ownerId, accountId: trashed.accountId }).from(trashed).where(eq(trashed.id, id)).get();
  return prospect ? [`u${prospect.ownerId}`, ...scope.principalsOf(prospect.accountId)] : [];
}
