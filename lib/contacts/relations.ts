import { desc, eq, type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { pickOptions } from "@/lib/settings/queries";

export type AccountRelation = ReturnType<typeof contactsOfAccount>[number];
export type ContactRelation = ReturnType<typeof accountsOfContact>[number];
export type Relation = NonNullable<ReturnType<typeof findRelation>>;

/** Who works in an account, the principal first. */
export function contactsOfAccount(scope: Scope, accountId: number, most = 20) {
  const { accountContacts, contacts } = scope;
  return scope
    .select({
      ...flags(scope),
      contactId: contacts.id,
      givenName: contacts.givenName,
      familyName: contacts.familyName,
      phone: contacts.phone,
      phoneE164: contacts.phoneE164,
      email: contacts.email,
    })
    .from(accountContacts)
    .innerJoin(contacts, eq(contacts.id, accountContacts.contactId))
    .where(eq(accountContacts.accountId, accountId))
    .orderBy(desc(accountContacts.isPrimary), contacts.nameKey, contacts.id)
    .limit(most)
    .all();
}

export function countContactsOfAccount(scope: Scope, accountId: number): number {
  const { accountContacts, contacts } = scope;
  return scope
    .select({ count: sql<number>`count(*)` })
    .from(accountContacts)
    .innerJoin(contacts, eq(contacts.id, accountContacts.contactId))
    .where(eq(accountContacts.accountId, accountId))
    .get()!.count;
}

/** The companies of a contact, of those the viewer may see. */
export function accountsOfContact(scope: Scope, contactId: number) {
  const { accountContacts, accounts } = scope;
  return scope
    .select({ ...flags(scope), accountId: accounts.id, name: accounts.name, city: accounts.city, phone: accounts.phone, phoneE164: accounts.phoneE164 })
    .from(accountContacts)
    .innerJoin(accounts, eq(accounts.id, accountContacts.accountId))
    .where(eq(accountContacts.contactId, contactId))
    .orderBy(accounts.nameKey, accounts.id)
    .all();
}

/** One relation with both its ends and who reaches its account; undefined when either end is not there for this viewer. */
export function findRelation(scope: Scope, id: number | string) {
  const { accountContacts, accounts, contacts } = scope;
  const key = Number(id);
  if (!Number.isSafeInteger(key)) return undefined;
  const found = scope
    .select({
      ...flags(scope),
      version: accountContacts.version,
      serviceStartsOn: accountContacts.serviceStartsOn,
      serviceEndsOn: accountContacts.serviceEndsOn,
      accountId: accounts.id,
      name: accounts.name,
      ownerId: accounts.ownerId,
      contactId: contacts.id,
      givenName: contacts.givenName,
      familyName: contacts.familyName,
    })
    .from(accountContacts)
    .innerJoin(accounts, eq(accounts.id, accountContacts.accountId))
    .innerJoin(contacts, eq(contacts.id, accountContacts.contactId))
    .where(eq(accountContacts.id, key))
    .get();
  if (!found) return undefined;
  const { accountId, name, contactId, givenName, familyName, ...relation } = found;
  return { ...relation, account: { id: accountId, name }, contact: { id: contactId, givenName, familyName }, principals: scope.principalsOf(accountId) };
}

/** What people are called in their companies, for the list beside the box. */
export function roleNames(scope: Scope): string[] {
  return pickOptions(scope, "relation_role").map(({ label }) => label);
}

/** The role as the list calls it, or as it was typed when it is none of the list's. */
export function roleIn({ accountContacts, picklistOptions }: Scope): SQL<string | null> {
  return sql`coalesce((select ${picklistOptions.name} from ${picklistOptions} where ${picklistOptions.id} = ${accountContacts.roleId}), ${accountContacts.role})`;
}

function flags(scope: Scope) {
  const { id, isPrimary, receivesQuotes, receivesInvoices, receivesCollection, sinceOn, untilOn } = scope.accountContacts;
  return { id, role: roleIn(scope), isPrimary, receivesQuotes, receivesInvoices, receivesCollection, sinceOn, untilOn };
}
