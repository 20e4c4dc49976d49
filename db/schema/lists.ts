import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { audiences, bulkDeeds, bulkOutcomes, listNames, sheetFormats, workStates } from "../vocabulary";
import { id, instant, json, timestamps } from "./columns";
import { files } from "./files";
import { groups, roles, users } from "./users";

/** The columns a person chose for a list, in the list's own order. */
export const listColumns = sqliteTable(
  "list_columns",
  {
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    list: text("list", { enum: listNames }).notNull(),
    columns: json<string[]>("columns").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.list] })],
);

/** A list's address under a name: what it is asked for, read by the same filters each time it is opened. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: id(),
    list: text("list", { enum: listNames }).notNull(),
    name: text("name").notNull(),
    ownerId: integer("owner_id")
      .notNull()
      .references(() => users.id),
    audience: text("audience", { enum: audiences }).notNull(),
    groupId: integer("group_id").references(() => groups.id),
    address: text("address").notNull(),
    ...timestamps(),
  },
  (t) => [index("saved_views_list_idx").on(t.list, t.name)],
);

/** The view a role finds when it opens a list by its bare address. */
export const defaultViews = sqliteTable(
  "default_views",
  {
    roleId: integer("role_id")
      .notNull()
      .references(() => roles.id, { onDelete: "cascade" }),
    list: text("list", { enum: listNames }).notNull(),
    viewId: integer("view_id")
      .notNull()
      .references(() => savedViews.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.roleId, t.list] })],
);

/** A list taken out as a file: which one, asked for how, with which columns. A long one is written by the worker and kept until it expires. */
export const listExports = sqliteTable(
  "list_exports",
  {
    id: id(),
    ownerId: integer("owner_id")
      .notNull()
      .references(() => users.id),
    list: text("list", { enum: listNames }).notNull(),
    address: text("address").notNull(),
    columns: json<string[]>("columns").notNull(),
    format: text("format", { enum: sheetFormats }).notNull(),
    state: text("state", { enum: workStates }).notNull(),
    rows: integer("rows"),
    fileId: integer("file_id").references(() => files.id),
    /** What its owner reached and did not see when the kept bytes were written. */
    sightSha256: text("sight_sha256"),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("list_exports_owner_idx").on(t.ownerId, t.id), index("list_exports_file_idx").on(t.fileId)],
);

/** One change for many records, or taking one back. `address` says which when they were not picked one by one. */
export const bulks = sqliteTable("bulks", {
  id: id(),
  ownerId: integer("owner_id")
    .notNull()
    .references(() => users.id),
  list: text("list", { enum: listNames }).notNull(),
  deed: text("deed", { enum: bulkDeeds }).notNull(),
  address: text("address"),
  changes: json<Record<string, unknown>>("changes").notNull(),
  batchId: text("batch_id").notNull(),
  undoes: integer("undoes").unique(),
  state: text("state", { enum: workStates }).notNull(),
  total: integer("total").notNull().default(0),
  createdAt: instant("created_at").notNull(),
  finishedAt: instant("finished_at"),
});

/** What became of each record: nothing yet, changed, as it was already, refused, or changed by others since. */
export const bulkRows = sqliteTable(
  "bulk_rows",
  {
    bulkId: integer("bulk_id")
      .notNull()
      .references(() => bulks.id, { onDelete: "cascade" }),
    recordId: integer("record_id").notNull(),
    outcome: text("outcome", { enum: bulkOutcomes }),
    /** Why it was refused, or the fields that stayed. */
    reasons: json<string[]>("reasons"),
  },
  (t) => [primaryKey({ columns: [t.bulkId, t.recordId] }), index("bulk_rows_outcome_idx").on(t.bulkId, t.outcome, t.recordId)],
);
