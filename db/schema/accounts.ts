import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { contactPointKinds, contactPointUses, type DocumentKind, personTypes } from "../vocabulary";
import { date, deletedAt, flag, id, json, minor, timestamps } from "./columns";
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
  },
  (t) => [
    index("accounts_name_idx").on(t.nameKey, t.id).where(sql`deleted_at is null`),
    index("accounts_city_idx").on(t.cityKey, t.id).where(sql`deleted_at is null`),
    index("accounts_created_idx").on(t.createdAt, t.id).where(sql`deleted_at is null`),
    index("accounts_owner_name_idx").on(t.ownerKey, t.id).where(sql`deleted_at is null`),
    index("accounts_owner_idx").on(t.ownerId),
    index("accounts_owner_group_idx").on(t.ownerGroupId),
    index("accounts_tax_idx").on(t.taxIdKey),
    uniqueIndex("accounts_code_idx").on(t.code).where(sql`code is not null and deleted_at is null`),
    check("accounts_one_owner", sql`${t.ownerId} is null or ${t.ownerGroupId} is null`),
  ],
);

export const contacts = sqliteTable(
  "contacts",
  {
    id: id(),
    salutation: text("salutation"),
    givenName: text("given_name").notNull(),
    familyName: text("family_name").notNull().default(""),
    nameKey: text("name_key").notNull(),
    email: text("email"),
    emailKey: text("email_key"),
    phone: text("phone"),
    phoneE164: text("phone_e164"),
    description: text("description"),
    internalNote: text("internal_note"),
    originId: integer("origin_id").references(() => origins.id),
    ownerId: integer("owner_id").references(() => users.id),
    createdBy: integer("created_by").references(() => users.id),
    deletedAt: deletedAt(),
    ...timestamps(),
    phoneUse: text("phone_use", { enum: contactPointUses }),
    emailUse: text("email_use", { enum: contactPointUses }),
  },
  (t) => [
    index("contacts_name_idx").on(t.nameKey, t.id).where(sql`deleted_at is null`),
    index("contacts_created_idx").on(t.createdAt, t.id).where(sql`deleted_at is null`),
    index("contacts_owner_idx").on(t.ownerId),
    index("contacts_email_idx").on(t.emailKey),
  ],
);

/** The phones and mailboxes of an account or a contact besides the main ones, which stand in their own rows. */
export const contactPoints = sqliteTable(
  "contact_points",
  {
    id: id(),
    accountId: integer("account_id").references(() => accounts.id, { onDelete: "cascade" }),
    contactId: integer("contact_id").references(() => contacts.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: contactPointKinds }).notNull(),
    use: text("use", { enum: contactPointUses }),
    value: text("value").notNull(),
    /** E.164 of a phone that can be read as one, the folded address of a mailbox. */
    valueKey: text("value_key"),
    position: integer("position").notNull().default(0),
  },
  (t) => [
    index("contact_points_account_idx").on(t.accountId, t.position).where(sql`account_id is not null`),
    index("contact_points_contact_idx").on(t.contactId, t.position).where(sql`contact_id is not null`),
    index("contact_points_key_idx").on(t.valueKey).where(sql`value_key is not null`),
    check("contact_points_one_holder", sql`(${t.accountId} is null) <> (${t.contactId} is null)`),
  ],
);

/** A person works with several companies, in each with a role; what the portal shows stands here too. */
export const accountContacts = sqliteTable(
  "account_contacts",
  {
    id: id(),
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    contactId: integer("contact_id")
      .notNull()
      .references(() => contacts.id),
    role: text("role"),
    isPrimary: flag("is_primary").notNull().default(false),
    receivesQuotes: flag("receives_quotes").notNull().default(false),
    receivesInvoices: flag("receives_invoices").notNull().default(false),
    receivesCollection: flag("receives_collection").notNull().default(false),
    hasPortal: flag("has_portal").notNull().default(false),
    serviceStartsOn: date("service_starts_on"),
    serviceEndsOn: date("service_ends_on"),
    /** What the portal shows through this relation; null is every published kind. */
    portalKinds: json<DocumentKind[] | null>("portal_kinds"),
    ...timestamps(),
    sinceOn: date("since_on"),
    untilOn: date("until_on"),
  },
  (t) => [
    uniqueIndex("account_contacts_pair_idx").on(t.accountId, t.contactId),
    index("account_contacts_contact_idx").on(t.contactId),
    uniqueIndex("account_contacts_primary_idx").on(t.accountId).where(sql`is_primary = 1`),
  ],
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
  (t) => [primaryKey({ columns: [t.accountId, t.currency] })],
);
