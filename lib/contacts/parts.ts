import { eq } from "drizzle-orm";
import { grants } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { pointsOfContact } from "@/lib/contact-points/queries";
import { canDeleteContact, canEditContact, canEditRelation } from "./policy";
import { type Contact, tagsOfContact } from "./queries";
import { accountsOfContact, findRelation } from "./relations";

/** Everything a contact's page says round its history, and what its viewer may do there. */
export function contactParts(scope: Scope, contact: Contact) {
  const { viewer } = scope;
  return {
    facts: namesOf(scope, contact),
    relations: accountsOfContact(scope, contact.id).map((relation) => ({ ...relation, mayEdit: mayEdit(scope, relation.id) })),
    mayEdit: canEditContact(viewer, contact),
    mayRelate: grants(viewer, "accounts", "edit"),
    mayTrash: canDeleteContact(viewer, contact),
  };
}

function mayEdit(scope: Scope, relationId: number): boolean {
  const relation = findRelation(scope, relationId);
  return relation !== undefined && canEditRelation(scope.viewer, relation);
}

function namesOf(scope: Scope, { id, ownerId, ownerGroupId, originId }: Contact) {
  const { users, groups, origins } = scope;
  const nameOf = (table: typeof users | typeof groups | typeof origins, key: number | null) =>
    key === null ? undefined : scope.select({ name: table.name }).from(table).where(eq(table.id, key)).get()?.name;
  return {
    owner: nameOf(users, ownerId) ?? nameOf(groups, ownerGroupId),
    origin: nameOf(origins, originId),
    points: pointsOfContact(scope, id),
    tags: tagsOfContact(scope, id),
  };
}
