import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { keyset, type Page, pageOf } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { isFound } from "@/lib/search/find";
import type { ContactFilters } from "./filters";
import { fullName } from "./rules";

export type ContactRow = {
  id: number;
  sortValue: string | number;
  givenName: string;
  familyName: string;
  phone: string | null;
  phoneE164: string | null;
  email: string | null;
  ownerName: string | null;
  createdAt: number;
  companies: { id: number; name: string; role: string | null }[];
};

/** One page of the contacts the viewer may see, with the companies they may see. */
export function listContacts(scope: Scope, filters: ContactFilters): Page<ContactRow> {
  const { contacts, users } = scope;
  const column = filters.sort.endsWith("created") ? contacts.createdAt : contacts.nameKey;
  const { where, orderBy, limit } = keyset(filters, column, contacts.id);
  const rows = scope
    .select({
      id: contacts.id,
      sortValue: sql<string | number>`${column}`,
      givenName: contacts.givenName,
      familyName: contacts.familyName,
      phone: contacts.phone,
      phoneE164: contacts.phoneE164,
      email: contacts.email,
      createdAt: contacts.createdAt,
      ownerName: sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${contacts.ownerId})`,
    })
    .from(contacts)
    .where(and(where, ...conditions(scope, filters)))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  const page = pageOf(rows, filters);
  const companies = companiesOf(
    scope,
    page.rows.map(({ id }) => id),
  );
  return { ...page, rows: page.rows.map((row) => ({ ...row, companies: companies.get(row.id) ?? [] })) };
}

/** How many contacts match, exact to `cap` and `cap + 1` beyond. */
export function countContacts(scope: Scope, filters: ContactFilters, cap = 1000): number {
  const capped = scope
    .select({ id: scope.contacts.id })
    .from(scope.contacts)
    .where(and(...conditions(scope, filters)))
    .limit(cap + 1)
    .as("capped");
  return scope.select({ count: sql<number>`count(*)` }).from(capped).get()!.count;
}

export type Contact = NonNullable<ReturnType<typeof findContact>>;

/** The contact with what deciding about it takes; undefined when it is not there for this viewer. */
export function findContact(scope: Scope, id: number | string) {
  const { contacts, accountContacts } = scope;
  const key = Number(id);
  const contact = Number.isSafeInteger(key) ? scope.select().from(contacts).where(eq(contacts.id, key)).get() : undefined;
  if (!contact) return undefined;
  const related = scope.select({ accountId: accountContacts.accountId }).from(accountContacts).where(eq(accountContacts.contactId, contact.id)).all();
  return { ...contact, principals: related.flatMap(({ accountId }) => scope.principalsOf(accountId)) };
}

/** For a picker: the contacts a text finds, with where each works. */
export function contactChoices(scope: Scope, text: string) {
  const { contacts } = scope;
  const found = scope
    .select({ id: contacts.id, givenName: contacts.givenName, familyName: contacts.familyName })
    .from(contacts)
    .where(text === "" ? undefined : foundBy(scope, text))
    .orderBy(contacts.nameKey, contacts.id)
    .limit(10)
    .all();
  const companies = companiesOf(
    scope,
    found.map(({ id }) => id),
  );
  return found.map((contact) => ({ id: contact.id, label: fullName(contact), hint: companies.get(contact.id)?.[0]?.name }));
}

function conditions(scope: Scope, { q, owner, account }: ContactFilters): (SQL | undefined)[] {
  const { accounts, contacts, accountContacts } = scope;
  return [
    q === "" ? undefined : foundBy(scope, q),
    owner === undefined ? undefined : eq(contacts.ownerId, owner),
    account === undefined
      ? undefined
      : sql`exists (select 1 from ${accountContacts} where ${accountContacts.contactId} = ${contacts.id} and ${accountContacts.accountId} = ${account})
          and exists (select 1 from ${accounts} where ${accounts.id} = ${account})`,
  ];
}

function foundBy(scope: Scope, text: string): SQL {
  return isFound(scope, "contact", scope.contacts.id, text);
}

function companiesOf(scope: Scope, ids: number[]): Map<number, ContactRow["companies"]> {
  const { accountContacts, accounts } = scope;
  const rows = scope
    .select({ contactId: accountContacts.contactId, id: accounts.id, name: accounts.name, role: accountContacts.role })
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
