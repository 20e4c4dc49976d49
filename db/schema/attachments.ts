import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { attachmentKinds } from "../vocabulary";
import { accounts } from "./accounts";
import { deletedAt, id, instant } from "./columns";
import { files } from "./files";
import { users } from "./users";

/** A file filed under a record. Who sees the record sees it; the account is kept by triggers, so that an account finds what hangs on its records. */
export const attachments = sqliteTable(
  "attachments",
  {
    id: id(),
    recordKind: text("record_kind", { enum: attachmentKinds }).notNull(),
    recordId: integer("record_id").notNull(),
    accountId: integer("account_id").references(() => accounts.id),
    fileId: integer("file_id")
      .notNull()
      .references(() => files.id),
    /** Of an image, drawn small; nothing else has one. */
    thumbnailId: integer("thumbnail_id").references(() => files.id),
    /** What it takes of the company's room, its thumbnail included. */
    bytes: integer("bytes").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: integer("created_by").references(() => users.id),
    deletedAt: deletedAt(),
  },
  (t) => [
    index("attachments_record_idx").on(t.recordKind, t.recordId, t.id),
    index("attachments_account_idx").on(t.accountId, t.id),
    index("attachments_file_idx").on(t.fileId),
    index("attachments_thumbnail_idx").on(t.thumbnailId),
    index("attachments_room_idx").on(t.deletedAt, t.bytes),
  ],
);
