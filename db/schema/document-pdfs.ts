import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "./columns";
import { documents } from "./documents";

/** One drawing per revision and status, kept as bytes. */
export const documentPdfs = sqliteTable(
  "document_pdfs",
  {
    id: id(),
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    contentSha256: text("content_sha256").notNull(),
    fileId: integer("file_id").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("document_pdfs_content_idx").on(t.documentId, t.contentSha256)],
);
