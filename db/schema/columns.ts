import { integer, text } from "drizzle-orm/sqlite-core";

export const id = () => integer("id").primaryKey({ autoIncrement: true });

/** A plain date `YYYY-MM-DD`, without zone. */
export const date = (name: string) => text(name);

/** An instant in UTC milliseconds. */
export const instant = (name: string) => integer(name);

/** Integer minor units of the row's currency. */
export const minor = (name: string) => integer(name);

/** Canonical decimal text, read by big.js only. */
export const decimal = (name: string) => text(name);

export const flag = (name: string) => integer(name, { mode: "boolean" });

export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();

export const timestamps = () => ({
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  version: integer("version").notNull().default(1),
});

/** In the trash since; null while it lives. */
export const deletedAt = () => instant("deleted_at");
