import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { catalogKinds } from "../vocabulary";
import { decimal, deletedAt, flag, id, timestamps } from "./columns";
import { taxes } from "./company";

export const catalogItems = sqliteTable(
  "catalog_items",
  {
    id: id(),
    kind: text("kind", { enum: catalogKinds }).notNull().default("product"),
    code: text("code").notNull(),
    name: text("name").notNull(),
    nameKey: text("name_key").notNull(),
    description: text("description"),
    unit: text("unit"),
    unitPrice: decimal("unit_price").notNull(),
    cost: decimal("cost"),
    isActive: flag("is_active").notNull().default(true),
    deletedAt: deletedAt(),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex("catalog_items_code_idx").on(t.code).where(sql`deleted_at is null`),
    index("catalog_items_name_idx").on(t.nameKey, t.id).where(sql`deleted_at is null`),
  ],
);

export const catalogItemTaxes = sqliteTable(
  "catalog_item_taxes",
  {
    itemId: integer("item_id")
      .notNull()
      .references(() => catalogItems.id, { onDelete: "cascade" }),
    taxId: integer("tax_id")
      .notNull()
      .references(() => taxes.id),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.taxId] }), index("catalog_item_taxes_tax_idx").on(t.taxId)],
);
