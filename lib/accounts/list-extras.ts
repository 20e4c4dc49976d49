import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { personTypes } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";

/** What only some columns of the list need, by the key of the column: asked for when the column is shown. */
export type Extras = Record<Text, string | null> & { created: number; person_type: PersonType };
type PersonType = (typeof personTypes)[number];
type Text = "code" | "legal_name" | "tax_id" | "email" | "website" | "address" | "region" | "postal_code" | "description" | "internal_note" | Looked;
type Looked = "addresses" | "category" | "interest" | "industry" | "origin" | "tags" | "last_purchase";

export function extrasOf(scope: Scope, keys: readonly string[]): { [Key in keyof Extras]?: SQL<Extras[Key]> } {
  const all = everyExtra(scope);
  return Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(all, key) ? [[key, all[key as keyof Extras]]] : [])));
}

function everyExtra(scope: Scope): Record<keyof Extras, SQL> {
  const { accounts, accountAddresses, accountBalances, accountTags, origins, picklistOptions, tags } = scope;
  const option = (id: SQLWrapper) => sql`(select ${picklistOptions.name} from ${picklistOptions} where ${picklistOptions.id} = ${id})`;
  return {
    code: sql`${accounts.code}`,
    legal_name: sql`${accounts.legalName}`,
    tax_id: sql`${accounts.taxId}`,
    email: sql`${accounts.email}`,
    website: sql`${accounts.website}`,
    address: sql`${accounts.address}`,
    addresses: sql`(select group_concat(concat_ws(', ', ${accountAddresses.address}, ${accountAddresses.city}), '; ') from ${accountAddresses} where ${accountAddresses.accountId} = ${accounts.id})`,
    region: sql`${accounts.region}`,
    postal_code: sql`${accounts.postalCode}`,
    description: sql`${accounts.description}`,
    internal_note: sql`${accounts.internalNote}`,
    category: option(accounts.categoryId),
    interest: option(accounts.interestId),
    industry: option(accounts.industryId),
    origin: sql`(select ${origins.name} from ${origins} where ${origins.id} = ${accounts.originId})`,
    tags: sql`(select group_concat(${tags.name}, ', ') from ${accountTags} join ${tags} on ${tags.id} = ${accountTags.tagId} where ${accountTags.accountId} = ${accounts.id})`,
    last_purchase: sql`(select max(${accountBalances.lastPurchaseOn}) from ${accountBalances} where ${accountBalances.accountId} = ${accounts.id})`,
    created: sql`${accounts.createdAt}`,
    person_type: sql`${accounts.personType}`,
  };
}
