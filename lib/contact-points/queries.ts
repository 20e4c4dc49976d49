import { eq, inArray } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";

export type ContactPoint = ReturnType<typeof pointsOfAccount>[number];

/** In the order in which they were written down. */
export function pointsOfAccount(scope: Scope, accountId: number) {
  const { contactPoints } = scope;
  return scope.select(shown(scope)).from(contactPoints).where(eq(contactPoints.accountId, accountId)).orderBy(contactPoints.position).all();
}

export function pointsOfContact(scope: Scope, contactId: number) {
  return pointsOfContacts(scope, [contactId]);
}

export function pointsOfContacts(scope: Scope, contactIds: number[]) {
  const { contactPoints } = scope;
  return scope.select(shown(scope)).from(contactPoints).where(inArray(contactPoints.contactId, contactIds)).orderBy(contactPoints.position).all();
}

function shown({ contactPoints: { kind, use, value, valueKey, contactId } }: Scope) {
  return { kind, use, value, valueKey, contactId };
}
