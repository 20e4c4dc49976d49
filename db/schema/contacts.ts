import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { contactPointKinds, contactPointUses, type DocumentKind } from "../vocabulary";
import { accounts, tags } from "./accounts";
import { date, deletedAt, flag, id, json, timestamps } from "./columns";
import { origins, picklistOptions } from "./company";
import { groups, users } from "./users";

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
    website: text("website"),
    ownerGroupId: integer("owner_group_id").references(() => groups.id),
  },
  (t) => [
    index("contacts_name_idx").on(t.nameKey, t.id).where(sql`deleted_at is null`),
    index("contacts_created_idx").on(t.createdAt, t.id).where(sql`deleted_at is null`),
    index("contacts_trash_idx").on(t.deletedAt, t.id).where(sql`deleted_at is not null`),
    index("contacts_owner_idx").on(t.ownerId),
    index("contacts_email_idx").on(t.emailKey),
    index("contacts_owner_group_idx").on(t.ownerGroupId).where(sql`owner_group_id is not null`),
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
    /** What was typed and is none of the list's roles; those are held by their number. */
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
    roleId: integer("role_id").references(() => picklistOptions.id),
  },
  (t) => [
    uniqueIndex("account_contacts_pair_idx").on(t.accountId, t.contactId),
    index("account_contacts_contact_idx").on(t.contactId),
    uniqueIndex("account_contacts_primary_idx").on(t.accountId).where(sql`is_primary = 1`),
  ],
);

export const contactTags = sqliteTable(
  "contact_tags",
  {
    contactId: integer("contact_id")
      .notNull()
      .references(() => contacts.id, { onDelete: "cascade" }),
    tagId: integer("tag_id")
      .notNull()
      .references(() => tags.id),
  },
  (t) => [primaryKey({ columns: [t.contactId, t.tagId] }), index("contact_tags_tag_idx").on(t.tagId)],
);
