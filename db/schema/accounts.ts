import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { addressUses, contactPointUses, personTypes } from "../vocabulary";
import { date, deletedAt, flag, id, minor, timestamps } from "./columns";
import { origins, picklistOptions } from "./company";
import { groups, users } from "./users";

export const accounts = sqliteTable(
  "accounts",
  {
    id: id(),
    code: text("code"),
    name: text("name").notNull(),
    nameKey: text("name_key").notNull(),
    legalName: text("legal_name"),
    personType: text("person_type", { enum: personTypes }).notNull().default("company"),
    isSupplier: flag("is_supplier").notNull().default(false),
    taxId: text("tax_id"),
    taxIdKey: text("tax_id_key"),
    phone: text("phone"),
    phoneE164: text("phone_e164"),
    email: text("email"),
    emailKey: text("email_key"),
    website: text("website"),
    address: text("address"),
    addressReference: text("address_reference"),
    city: text("city"),
    cityKey: text("city_key").notNull(),
    region: text("region"),
    postalCode: text("postal_code"),
    country: text("country"),
    description: text("description"),
    internalNote: text("internal_note"),
    industryId: integer("industry_id").references(() => picklistOptions.id),
    categoryId: integer("category_id").references(() => picklistOptions.id),
    originId: integer("origin_id").references(() => origins.id),
    ownerId: integer("owner_id").references(() => users.id),
    ownerGroupId: integer("owner_group_id").references(() => groups.id),
    ownerKey: text("owner_key").notNull(),
    createdBy: integer("created_by").references(() => users.id),
    deletedAt: deletedAt(),
    ...timestamps(),
    phoneUse: text("phone_use", { enum: contactPointUses }),
    emailUse: text("email_use", { enum: contactPointUses }),
    interestId: integer("interest_id").references(() => picklistOptions.id),
    addressUse: text("address_use", { enum: addressUses }),
  },
  (t) => [
    index("accounts_name_idx").on(t.nameKey, t.id).where(sql`deleted_at is null`),
    index("accounts_city_idx").on(t.cityKey, t.id).where(sql`deleted_at is null`),
    index("accounts_created_idx").on(t.createdAt, t.id).where(sql`deleted_at is null`),
    index("accounts_owner_name_idx").on(t.ownerKey, t.id).where(sql`deleted_at is null`),
    index("accounts_owner_idx").on(t.ownerId, t.deletedAt, t.nameKey),
    index("accounts_owner_group_idx").on(t.ownerGroupId),
    index("accounts_tax_idx").on(t.taxIdKey),
    index("accounts_trash_idx").on(t.deletedAt, t.id).where(sql`deleted_at is not null`),
    uniqueIndex("accounts_code_idx").on(t.code).where(sql`code is not null and deleted_at is null`),
    check("accounts_one_owner", sql`${t.ownerId} is null or ${t.ownerGroupId} is null`),
  ],
);

/** The addresses of an account besides the principal one, which stands in its own row. */
export const accountAddresses = sqliteTable(
  "account_addresses",
  {
    id: id(),
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    use: text("use", { enum: addressUses }).notNull(),
    address: text("address").notNull(),
    addressReference: text("address_reference"),
    city: text("city"),
    region: text("region"),
    postalCode: text("postal_code"),
    country: text("country"),
    position: integer("position").notNull().default(0),
  },
  (t) => [index("account_addresses_account_idx").on(t.accountId, t.position)],
);

export const accountShares = sqliteTable(
  "account_shares",
  {
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    groupId: integer("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.groupId] }), index("account_shares_group_idx").on(t.groupId)],
);

/** Who reaches an account: `u7` its owner, `c7` the owner of a related contact, `g3` an owning or sharing group. Kept by triggers. */
export const accountAccess = sqliteTable("account_access", { principal: text("principal").notNull(), accountId: integer("account_id").notNull() }, (t) => [
  primaryKey({ columns: [t.principal, t.accountId] }),
  index("account_access_account_idx").on(t.accountId, t.principal),
]);

/** How many accounts each principal reaches; it chooses the shape of a query. Kept by triggers. */
export const accountAccessCounts = sqliteTable("account_access_counts", {
  principal: text("principal").primaryKey(),
  accounts: integer("accounts").notNull(),
});

export const tags = sqliteTable("tags", { id: id(), name: text("name").notNull(), nameKey: text("name_key").notNull().unique() });

export const accountTags = sqliteTable(
  "account_tags",
  {
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    tagId: integer("tag_id")
      .notNull()
      .references(() => tags.id),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.tagId] }), index("account_tags_tag_idx").on(t.tagId)],
);

/** Kept with every document that moves money; recomputed by doctor. */
export const accountBalances = sqliteTable(
  "account_balances",
  {
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    currency: text("currency").notNull(),
    invoicedMinor: minor("invoiced_minor").notNull().default(0),
    balanceMinor: minor("balance_minor").notNull().default(0),
    creditMinor: minor("credit_minor").notNull().default(0),
    lastPurchaseOn: date("last_purchase_on"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.currency] }),
    index("account_balances_owed_idx").on(t.currency, t.balanceMinor, t.accountId).where(sql`balance_minor > 0`),
  ],
);
