import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns";

/** What the company says instead of the product's own words, by language. `company.words_version` moves with any change of it. */
export const ownWords = sqliteTable(
  "own_words",
  {
    locale: text("locale", { enum: ["es", "en"] }).notNull(),
    key: text("key").notNull(),
    says: text("says").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.locale, t.key] })],
);
