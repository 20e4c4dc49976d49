import { eq, inArray, type SQL } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { mostOffered, offered } from "@/lib/search/offered";
import { roleIn } from "./relations";
import { fullName } from "./rules";

export type Contact = NonNullable<ReturnType<typeof findContact>>;

/** The contact with what deciding about it takes; undefined when it is not there for this viewer. */
export function findContact(scope: Scope, id: number | string) {
  const { contacts, accountContacts } = scope;
  const key = Number(id);
  const contact = Number.isSafeInteger(key) ? scope.select().from(contacts).where(eq(contacts.id, key)).get() : undefined;
  if (!contact) return undefined;
  const related = scope.select({ accountId: accountContacts.accountId }).from(accountContacts).where(eq(accountContacts.contactId, contact.id)).all();
  const group = contact.ownerGroupId === null ? [] : [`g${contact.ownerGroupId}`];
  return { ...contact, principals: [...group, ...related.flatMap(({ accountId }) => scope.principalsOf(accountId))] };
}

export function tagsOfContact({ contactTags, tags, select }: Scope, contactId: number) {
  return select({ id: tags.id, name: tags.name })
    .from(contactTags)
    .innerJoin(tags, eq(tags.id, contactTags.tagId))
    .where(eq(contactTags.contactId, contactId))
    .orderBy(tags.nameKey)
    .all();
}

/** For a picker: the contacts a text finds, with where each works. */
export function contactChoices(scope: Scope, text: string) {
  const { contacts } = scope;
  const { id, givenName, familyName, nameKey } = contacts;
  const read = (where: SQL | undefined) =>
    scope.select({ id, givenName, familyName }).from(contacts).where(where).orderBy(nameKey, id).limit(mostOffered).all();
  const found = offered(scope, { kind: "contact", text, id, nameKey, read });
  const companies = companiesOf(
    scope,
    found.map(({ id }) => id),
  );
  return found.map((contact) => ({ id: contact.id, label: fullName(contact), hint: companies.get(contact.id)?.[0]?.name }));
}

export type Company = { id: number; name: string; role: string | null };

export function companiesOf(scope: Scope, ids: number[]): Map<number, Company[]> {
  const { accountContacts, accounts } = scope;
  const rows = scope
    .select({ contactId: accountContacts.contactId, id: accounts.id, name: accounts.name, role: roleIn(scope) })
    .from(accountContacts)
    .innerJoin(accounts, eq(accounts.id, accountContacts.accountId))
    .where(inArray(accountContacts.contactId, ids))
    .orderBy(accounts.nameKey, accounts.id)
    .all();
  return Map.groupBy(
    rows.map(({ contactId, ...company }) => ({ contactId, ...company })),
    ({ contactId }) => contactId,
  );
}
