import { and, type SQL, sql } from "drizzle-orm";
import { keyset, type Page, pageOf, type Reading } from "@/lib/access/keyset";
import { scopeAs } from "@/lib/access/list-scope";
import type { Scope } from "@/lib/access/scope";
import { probing } from "@/lib/access/viewer";
import { isChosen, isOwnedBy } from "@/lib/lists/conditions";
import { isFound, isNarrowed } from "@/lib/search/find";
import type { ContactFilters } from "./filters";
import { type Company, companiesOf } from "./queries";

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
  companies: Company[];
} & Partial<Extras>;

type Extras = {
  salutation: string | null;
  website: string | null;
  tags: string | null;
  description: string | null;
  internal_note: string | null;
  origin: string | null;
  executive: string | null;
};

/** One page of the contacts the viewer may see, with the companies they may see. */
export function listContacts(scope: Scope, filters: ContactFilters, { keys = [], size, isWhole }: Reading = {}): Page<ContactRow> {
  const { contacts, groups, users } = scope;
  const column = filters.sort.endsWith("created") ? contacts.createdAt : contacts.nameKey;
  const { where, orderBy, limit } = keyset(filters, column, contacts.id, size);
  const rows = scope
    .select({
      ...extrasOf(scope, keys),
      id: contacts.id,
      sortValue: sql<string | number>`${column}`,
      givenName: contacts.givenName,
      familyName: contacts.familyName,
      phone: contacts.phone,
      phoneE164: contacts.phoneE164,
      email: contacts.email,
      createdAt: contacts.createdAt,
      ownerName: sql<
        string | null
      >`coalesce((select ${users.name} from ${users} where ${users.id} = ${contacts.ownerId}), (select ${groups.name} from ${groups} where ${groups.id} = ${contacts.ownerGroupId}))`,
    })
    .from(contacts)
    .where(and(where, ...conditions(scope, filters, isWhole)))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  const page = pageOf(rows, filters, size);
  const companies = companiesOf(
    scope,
    page.rows.map(({ id }) => id),
  );
  return { ...page, rows: page.rows.map((row) => ({ ...row, companies: companies.get(row.id) ?? [] })) };
}

/** How many contacts match, exact to `cap` and `cap + 1` beyond. */
export function countContacts(scope: Scope, filters: ContactFilters, cap = 1000, isWhole = false): number {
  const capped = scope
    .select({ id: scope.contacts.id })
    .from(scope.contacts)
    .where(and(...conditions(scope, filters, isWhole)))
    .limit(cap + 1)
    .as("capped");
  return scope.select({ count: sql<number>`count(*)` }).from(capped).get()!.count;
}

/** What only some columns need. */
function extrasOf(scope: Scope, keys: readonly string[]): { [Key in keyof Extras]?: SQL<Extras[Key]> } {
  const { contacts, contactTags, origins, tags } = scope;
  const all: { [Key in keyof Extras]: SQL<Extras[Key]> } = {
    salutation: sql`${contacts.salutation}`,
    website: sql`${contacts.website}`,
    tags: sql`(select group_concat(${tags.name}, ', ') from ${contactTags} join ${tags} on ${tags.id} = ${contactTags.tagId} where ${contactTags.contactId} = ${contacts.id})`,
    description: sql`${contacts.description}`,
    internal_note: sql`${contacts.internalNote}`,
    origin: sql`(select ${origins.name} from ${origins} where ${origins.id} = ${contacts.originId})`,
    executive: executivesOf(scope),
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
}

export function conditions(scope: Scope, filters: ContactFilters, isWhole = false): (SQL | undefined)[] {
  const { q, owner, executive, origin, account, tag } = filters;
  const { accounts, contacts, contactTags, accountContacts } = scope;
  return [
    q === "" ? undefined : isFound(scope, "contact", contacts.id, q, { isWhole: isWhole || isNarrowed(filters) }),
    isOwnedBy(contacts, owner),
    executive === undefined ? undefined : isInAccountOf(scope, executive),
    isChosen(contacts.originId, origin),
    tag === undefined
      ? undefined
      : sql`exists (select 1 from ${contactTags} where ${contactTags.contactId} = ${contacts.id} and ${contactTags.tagId} = ${tag})`,
    account === undefined
      ? undefined
      : sql`exists (select 1 from ${accountContacts} where ${accountContacts.contactId} = ${contacts.id} and ${accountContacts.accountId} = ${account})
          and exists (select 1 from ${accounts} where ${accounts.id} = ${account})`,
  ];
}

/** Whose accounts the contact is in, of those the viewer sees. */
function executivesOf(scope: Scope): SQL<string | null> {
  const { accounts, accountContacts, contacts, groups, users } = scopeAs(scope, probing(scope.viewer));
  const { ownerId, ownerGroupId } = accounts;
  const name = sql`coalesce((select ${users.name} from ${users} where ${users.id} = ${ownerId}), (select ${groups.name} from ${groups} where ${groups.id} = ${ownerGroupId}))`;
  const theirs = sql`${accountContacts} join ${accounts} on ${accounts.id} = ${accountContacts.accountId} where ${accountContacts.contactId} = ${contacts.id}`;
  return sql<string | null>`(select group_concat(executive, ', ') from (select distinct ${name} as executive from ${theirs} order by 1))`;
}

/** Whoever has up to so many accounts has their contacts sought and sorted; of more, the list is walked in its order and each asked. */
const fewAccounts = 5000;

function isInAccountOf(scope: Scope, executive: number | string): SQL {
  const { contacts, ownAccounts, select } = scope;
  const { accounts, accountContacts } = scopeAs(scope, probing(scope.viewer));
  const isTheirs = isOwnedBy(accounts, executive);
  const many = select({ one: sql`1` }).from(ownAccounts).where(isOwnedBy(ownAccounts, executive)).limit(1).offset(fewAccounts);
  const hasMany = many.get() !== undefined;
  const { accountId, contactId } = accountContacts;
  if (hasMany) {
    const among = sql`${accountContacts} cross join ${accounts} on ${accounts.id} = ${accountId}`;
    return sql`exists (select 1 from ${among} where ${contactId} = ${contacts.id} and ${isTheirs})`;
  }
  return sql`${contacts.id} in (select ${contactId} from ${accounts} cross join ${accountContacts} on ${accountId} = ${accounts.id} where ${isTheirs})`;
}
