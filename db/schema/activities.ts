import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { activityKinds, activityStatuses, colors, prospectStatuses, repetitionUnits } from "../vocabulary";
import { accounts } from "./accounts";
import { date, deletedAt, flag, id, instant, timestamps } from "./columns";
import { origins, picklistOptions, workCenters } from "./company";
import { contacts } from "./contacts";
import { users } from "./users";
import { webForms } from "./web-forms";

export const prospects = sqliteTable(
  "prospects",
  {
    id: id(),
    number: integer("number").notNull(),
    workCenterId: integer("work_center_id").references(() => workCenters.id),
    status: text("status", { enum: prospectStatuses }).notNull().default("new"),
    contactedOn: date("contacted_on").notNull(),
    personName: text("person_name").notNull(),
    nameKey: text("name_key").notNull(),
    companyName: text("company_name"),
    industryId: integer("industry_id").references(() => picklistOptions.id),
    phone: text("phone"),
    phoneE164: text("phone_e164"),
    email: text("email"),
    emailKey: text("email_key"),
    country: text("country"),
    region: text("region"),
    subject: text("subject"),
    notes: text("notes"),
    internalNote: text("internal_note"),
    colorBackground: text("color_background", { enum: colors }),
    colorText: text("color_text", { enum: colors }),
    channelId: integer("channel_id").references(() => picklistOptions.id),
    originId: integer("origin_id").references(() => origins.id),
    lostReasonId: integer("lost_reason_id").references(() => picklistOptions.id),
    accountId: integer("account_id").references(() => accounts.id),
    contactId: integer("contact_id").references(() => contacts.id),
    ownerId: integer("owner_id")
      .notNull()
      .references(() => users.id),
    createdBy: integer("created_by").references(() => users.id),
    /** Kept: the earliest planned activity (local date), the newest quote and order. The signal is derived from them. */
    nextActionOn: date("next_action_on"),
    nextActionAtUtc: instant("next_action_at_utc"),
    quotedOn: date("quoted_on"),
    latestQuoteId: integer("latest_quote_id"),
    latestOrderId: integer("latest_order_id"),
    closedAt: instant("closed_at"),
    deletedAt: deletedAt(),
    ...timestamps(),
    ...cameBy(),
  },
  (t) => [
    uniqueIndex("prospects_number_idx").on(sql`coalesce(${t.workCenterId}, 0)`, t.number),
    index("prospects_urgency_idx").on(t.nextActionOn, t.id).where(sql`deleted_at is null and closed_at is null`),
    index("prospects_quoted_idx")
      .on(t.nextActionOn, t.id, t.quotedOn)
      .where(sql`deleted_at is null and quoted_on is not null and status <> 'lost' and status <> 'converted'`),
    index("prospects_lost_idx").on(t.id).where(sql`deleted_at is null and status = 'lost'`),
    index("prospects_list_idx").on(t.contactedOn, t.id).where(sql`deleted_at is null`),
    index("prospects_name_idx").on(t.nameKey, t.id).where(sql`deleted_at is null`),
    index("prospects_trash_idx").on(t.deletedAt, t.id).where(sql`deleted_at is not null`),
    index("prospects_owner_idx").on(t.ownerId, t.contactedOn, t.id),
    index("prospects_account_idx").on(t.accountId, t.contactedOn, t.id),
    index("prospects_contact_idx").on(t.contactId).where(sql`contact_id is not null`),
    index("prospects_web_email_idx").on(t.emailKey).where(sql`web_form_id is not null and closed_at is null and deleted_at is null`),
    index("prospects_web_phone_idx").on(t.phoneE164).where(sql`web_form_id is not null and closed_at is null and deleted_at is null`),
  ],
);

/** What a form on the web noted of whoever filled it in. */
function cameBy() {
  return {
    webFormId: integer("web_form_id").references(() => webForms.id),
    campaign: text("campaign"),
    utmSource: text("utm_source"),
    utmMedium: text("utm_medium"),
    utmCampaign: text("utm_campaign"),
    utmTerm: text("utm_term"),
    utmContent: text("utm_content"),
    referrer: text("referrer"),
  };
}

/** Work that comes again: the clock and the day it began on, from which each time is counted. */
export const repetitions = sqliteTable(
  "repetitions",
  {
    id: id(),
    unit: text("unit", { enum: repetitionUnits }).notNull(),
    every: integer("every").notNull().default(1),
    isAllDay: flag("is_all_day").notNull().default(false),
    startsAt: text("starts_at").notNull(),
    endsAt: text("ends_at").notNull(),
    zone: text("zone").notNull(),
    /** Which time `startsAt` is: 0 until the work is moved to other days. */
    firstOccurrence: integer("first_occurrence").notNull().default(0),
    /** The last day on which it may come. */
    untilOn: date("until_on"),
    /** The first time that has no row yet. */
    nextOccurrence: integer("next_occurrence").notNull(),
    endedAt: instant("ended_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [check("repetitions_every", sql`${t.every} between 1 and 99`)],
);

/** What was done or is planned. Timed: local wall time and zone, with a kept instant. All-day: plain dates, end exclusive. */
export const activities = sqliteTable(
  "activities",
  {
    id: id(),
    kind: text("kind", { enum: activityKinds }).notNull(),
    status: text("status", { enum: activityStatuses }).notNull(),
    subject: text("subject").notNull(),
    notes: text("notes"),
    result: text("result"),
    accountId: integer("account_id").references(() => accounts.id),
    contactId: integer("contact_id").references(() => contacts.id),
    prospectId: integer("prospect_id").references(() => prospects.id),
    ownerId: integer("owner_id")
      .notNull()
      .references(() => users.id),
    createdBy: integer("created_by").references(() => users.id),
    isAllDay: flag("is_all_day").notNull().default(false),
    /** `YYYY-MM-DDTHH:mm` in `zone` when timed, `YYYY-MM-DD` when all-day. */
    startsAt: text("starts_at").notNull(),
    endsAt: text("ends_at").notNull(),
    zone: text("zone").notNull(),
    startsAtUtc: instant("starts_at_utc").notNull(),
    endsAtUtc: instant("ends_at_utc").notNull(),
    doneAt: instant("done_at"),
    /** Kept on top of its account's history since. */
    pinnedAt: instant("pinned_at"),
    repetitionId: integer("repetition_id").references(() => repetitions.id),
    /** Which time of its repetition this is, counted from 0. */
    occurrence: integer("occurrence"),
    remindMinutes: integer("remind_minutes"),
    /** When to remind, while that is still to come. */
    remindAt: instant("remind_at"),
    deletedAt: deletedAt(),
    ...timestamps(),
  },
  (t) => [
    index("activities_trash_idx").on(t.deletedAt, t.id).where(sql`deleted_at is not null`),
    index("activities_range_idx").on(t.startsAtUtc, t.id).where(sql`deleted_at is null`),
    index("activities_long_idx").on(t.startsAtUtc, t.id).where(sql`deleted_at is null and ends_at_utc > starts_at_utc + 86400000`),
    index("activities_planned_idx").on(t.ownerId, t.startsAtUtc, t.id).where(sql`deleted_at is null and status = 'planned'`),
    index("activities_status_idx").on(t.status, t.startsAtUtc, t.id).where(sql`deleted_at is null and owner_id > 0`),
    index("activities_owner_idx").on(t.ownerId, t.startsAtUtc, t.id),
    index("activities_account_idx").on(t.accountId, t.startsAtUtc, t.id),
    index("activities_contact_idx").on(t.contactId, t.startsAtUtc, t.id),
    index("activities_prospect_idx").on(t.prospectId, t.startsAtUtc, t.id),
    index("activities_pinned_idx").on(t.accountId).where(sql`pinned_at is not null`),
    uniqueIndex("activities_occurrence_idx").on(t.repetitionId, t.occurrence).where(sql`repetition_id is not null`),
    index("activities_remind_idx").on(t.remindAt, t.id).where(sql`remind_at is not null`),
  ],
);
