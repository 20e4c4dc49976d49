import { and, type SQL, sql } from "drizzle-orm";
import { keyset, type Page, pageOf, type Reading } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
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
function extrasOf({ contacts, contactTags, origins, tags }: Scope, keys: readonly string[]): { [Key in keyof Extras]?: SQL<Extras[Key]> } {
  const all: { [Key in keyof Extras]: SQL<Extras[Key]> } = {
    salutation: sql`${contacts.salutation}`,
    website: sql`${contacts.website}`,
    tags: sql`(select group_concat(${tags.name}, ', ') from ${contactTags} join ${tags} on ${tags.id} = ${contactTags.tagId} where ${contactTags.contactId} = ${contacts.id})`,
    description: sql`${contacts.description}`,
    internal_note: sql`${contacts.internalNote}`,
    origin: sql`(select ${origins.name} from ${origins} where ${origins.id} = ${contacts.originId})`,
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
}

export function conditions(scope: Scope, filters: ContactFilters, isWhole = false): (SQL | undefined)[] {
  const { q, owner, origin, account, tag } = filters;
  const { accounts, contacts, contactTags, accountContacts } = scope;
  return [
    q === "" ? undefined : isFound(scope, "contact", contacts.id, q, { isWhole: isWhole || isNarrowed(filters) }),
    isOwnedBy(contacts, owner),
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
