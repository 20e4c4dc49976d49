import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { locales, type ReviewReason, type WebFormField, type WebFormUse, webFormEntryStates } from "../vocabulary";
import { flag, id, instant, json, timestamps } from "./columns";
import { origins, picklistOptions } from "./company";
import { users } from "./users";

/** A page that anybody may fill in, and that makes prospects: what it asks for, what it notes of them and who gets them. */
export const webForms = sqliteTable(
  "web_forms",
  {
    id: id(),
    name: text("name").notNull(),
    /** The last part of its public address. */
    address: text("address").notNull(),
    title: text("title").notNull(),
    intro: text("intro"),
    locale: text("locale", { enum: locales }).notNull().default("es"),
    fields: json<Record<WebFormField, WebFormUse>>("fields").notNull(),
    originId: integer("origin_id").references(() => origins.id),
    channelId: integer("channel_id").references(() => picklistOptions.id),
    campaign: text("campaign"),
    ownerIds: json<number[]>("owner_ids").notNull(),
    /** How many it has shared out. */
    turn: integer("turn").notNull().default(0),
    thanks: text("thanks"),
    /** Where whoever sent it goes on, instead of our page of thanks. */
    returnUrl: text("return_url"),
    /** The origins that may show it in a frame. */
    sites: json<string[]>("sites").notNull(),
    isReviewed: flag("is_reviewed").notNull().default(false),
    isAccepting: flag("is_accepting").notNull().default(true),
    retiredAt: instant("retired_at"),
    ...timestamps(),
  },
  (t) => [uniqueIndex("web_forms_address_idx").on(t.address)],
);

/** What was sent and is looked at by a person first; forgotten a month after it came. */
export const webFormEntries = sqliteTable(
  "web_form_entries",
  {
    id: id(),
    formId: integer("form_id")
      .notNull()
      .references(() => webForms.id),
    state: text("state", { enum: webFormEntryStates }).notNull().default("waiting"),
    reasons: json<ReviewReason[]>("reasons").notNull(),
    said: json<Record<string, string>>("said").notNull(),
    /** Campaign, UTM and referrer, as the prospect will keep them. */
    came: json<Record<string, string>>("came").notNull(),
    receivedAt: instant("received_at").notNull(),
    handledAt: instant("handled_at"),
    handledBy: integer("handled_by").references(() => users.id),
  },
  (t) => [index("web_form_entries_waiting_idx").on(t.id).where(sql`state = 'waiting'`), index("web_form_entries_received_idx").on(t.receivedAt)],
);
