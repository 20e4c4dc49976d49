import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { type hideableFields, locales, modules, reaches, verbs } from "../vocabulary";

import { flag, id, instant, json, timestamps } from "./columns";
import { contacts } from "./contacts";

/** A node of the role tree: who stands below whom. */
export const roles = sqliteTable("roles", {
  id: id(),
  name: text("name").notNull(),
  parentId: integer("parent_id").references((): AnySQLiteColumn => roles.id),
  ...timestamps(),
});

export const users = sqliteTable(
  "users",
  {
    id: id(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    emailKey: text("email_key").notNull(),
    passwordHash: text("password_hash").notNull(),
    roleId: integer("role_id")
      .notNull()
      .references(() => roles.id),
    isAdmin: flag("is_admin").notNull().default(false),
    isActive: flag("is_active").notNull().default(true),
    /** Sessions of an older epoch are dead at their next request. */
    epoch: integer("epoch").notNull().default(1),
    locale: text("locale", { enum: locales }).notNull().default("es"),
    zone: text("zone"),
    ...timestamps(),
  },
  (t) => [uniqueIndex("users_email_idx").on(t.emailKey), index("users_role_idx").on(t.roleId)],
);

export const profiles = sqliteTable("profiles", {
  id: id(),
  name: text("name").notNull(),
  hiddenFields: json<(typeof hideableFields)[number][]>("hidden_fields").notNull(),
  ...timestamps(),
});

export const profileGrants = sqliteTable(
  "profile_grants",
  {
    profileId: integer("profile_id")
      .notNull()
      .references(() => profiles.id, { onDelete: "cascade" }),
    module: text("module", { enum: modules }).notNull(),
    verb: text("verb", { enum: verbs }).notNull(),
    reach: text("reach", { enum: reaches }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.profileId, t.module, t.verb] })],
);

export const userProfiles = sqliteTable(
  "user_profiles",
  {
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    profileId: integer("profile_id")
      .notNull()
      .references(() => profiles.id),
  },
  (t) => [primaryKey({ columns: [t.userId, t.profileId] })],
);

export const groups = sqliteTable("groups", { id: id(), name: text("name").notNull(), ...timestamps() });

export const groupMembers = sqliteTable(
  "group_members",
  {
    groupId: integer("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.userId] }), index("group_members_user_idx").on(t.userId)],
);

/** One per contact with access to the portal; the windows stand on the contact's relations. */
export const portalUsers = sqliteTable(
  "portal_users",
  {
    id: id(),
    contactId: integer("contact_id")
      .notNull()
      .references((): AnySQLiteColumn => contacts.id),
    email: text("email").notNull(),
    emailKey: text("email_key").notNull(),
    passwordHash: text("password_hash"),
    isActive: flag("is_active").notNull().default(true),
    epoch: integer("epoch").notNull().default(1),
    ...timestamps(),
  },
  (t) => [uniqueIndex("portal_users_email_idx").on(t.emailKey), uniqueIndex("portal_users_contact_idx").on(t.contactId)],
);

/** A live login. The cookie holds the identifier; only its hash is kept. */
export const sessions = sqliteTable(
  "sessions",
  {
    idHash: text("id_hash").primaryKey(),
    userId: integer("user_id").references(() => users.id, { onDelete: "cascade" }),
    portalUserId: integer("portal_user_id").references(() => portalUsers.id, { onDelete: "cascade" }),
    epoch: integer("epoch").notNull(),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    idleUntil: instant("idle_until").notNull(),
    absoluteUntil: instant("absolute_until").notNull(),
    idleMs: integer("idle_ms").notNull(),
    ip: text("ip"),
    agent: text("agent"),
  },
  (t) => [index("sessions_user_idx").on(t.userId), index("sessions_portal_idx").on(t.portalUserId)],
);

/** Secrets that are used once: set-up, invitation, password reset. Only the hash is kept. */
export const onceTokens = sqliteTable("once_tokens", {
  tokenHash: text("token_hash").primaryKey(),
  purpose: text("purpose", { enum: ["setup", "staff_password", "portal_password"] }).notNull(),
  userId: integer("user_id"),
  portalUserId: integer("portal_user_id"),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
});

/** The address by which somebody's calendar is read elsewhere: one each, without a session. Only the hash of its secret is kept. */
export const calendarFeeds = sqliteTable(
  "calendar_feeds",
  {
    userId: integer("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("calendar_feeds_token_idx").on(t.tokenHash)],
);

/** Tries per account and address; the shape is the limiter's own. */
export const loginLimits = sqliteTable("login_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: integer("expire"),
});
