import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "./columns";

/** Bytes on disk under `files/ab/cd/<sha256>`; the row is written last, so a row never lacks its bytes. */
export const files = sqliteTable(
  "files",
  {
    id: id(),
    sha256: text("sha256").notNull(),
    name: text("name").notNull(),
    mime: text("mime").notNull(),
    size: integer("size").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: integer("created_by"),
  },
  (t) => [index("files_sha_idx").on(t.sha256)],
);
