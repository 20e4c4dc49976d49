import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { opportunityStatuses } from "../vocabulary";
import { accounts } from "./accounts";
import { prospects } from "./activities";
import { catalogItems } from "./catalog";
import { date, decimal, deletedAt, flag, id, instant, minor, timestamps } from "./columns";
import { picklistOptions } from "./company";
import { contacts } from "./contacts";
import { users } from "./users";

/** A way of selling: its stages are gone through from the first to the last. */
export const pipelines = sqliteTable("pipelines", {
  id: id(),
  name: text("name").notNull(),
  position: integer("position").notNull().default(0),
  isActive: flag("is_active").notNull().default(true),
  ...timestamps(),
});

export const pipelineStages = sqliteTable(
  "pipeline_stages",
  {
    id: id(),
    pipelineId: integer("pipeline_id")
      .notNull()
      .references(() => pipelines.id),
    name: text("name").notNull(),
    /** How likely what stands in it is won, of a hundred. */
    probability: integer("probability").notNull(),
    /** After how many days in it an opportunity is told to stand still; null is never. */
    rotDays: integer("rot_days"),
    position: integer("position").notNull().default(0),
    isActive: flag("is_active").notNull().default(true),
    ...timestamps(),
  },
  (t) => [
    index("pipeline_stages_pipeline_idx").on(t.pipelineId, t.position),
    check("pipeline_stages_probability", sql`${t.probability} between 0 and 100`),
    check("pipeline_stages_rot", sql`${t.rotDays} between 1 and 999`),
  ],
);

export const opportunities = sqliteTable(
  "opportunities",
  {
    id: id(),
    name: text("name").notNull(),
    nameKey: text("name_key").notNull(),
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    contactId: integer("contact_id").references(() => contacts.id),
    /** The prospect it came of. */
    prospectId: integer("prospect_id").references(() => prospects.id),
    ownerId: integer("owner_id")
      .notNull()
      .references(() => users.id),
    createdBy: integer("created_by").references(() => users.id),
    /** Where it stands, or stood when it was closed. */
    stageId: integer("stage_id")
      .notNull()
      .references(() => pipelineStages.id),
    stageEnteredOn: date("stage_entered_on").notNull(),
    status: text("status", { enum: opportunityStatuses }).notNull().default("open"),
    currency: text("currency").notNull(),
    /** What its items come to, or what was typed where it has none. */
    amountMinor: minor("amount_minor").notNull().default(0),
    expectedCloseOn: date("expected_close_on").notNull(),
    closedAt: instant("closed_at"),
    lostReasonId: integer("lost_reason_id").references(() => picklistOptions.id),
    competitors: text("competitors"),
    notes: text("notes"),
    deletedAt: deletedAt(),
    ...timestamps(),
  },
  (t) => [
    index("opportunities_stage_idx").on(t.stageId, t.expectedCloseOn, t.id).where(sql`deleted_at is null and status = 'open'`),
    index("opportunities_status_idx").on(t.status, t.expectedCloseOn, t.id).where(sql`deleted_at is null`),
    index("opportunities_list_idx").on(t.expectedCloseOn, t.id).where(sql`deleted_at is null`),
    index("opportunities_name_idx").on(t.nameKey, t.id).where(sql`deleted_at is null`),
    index("opportunities_amount_idx").on(t.amountMinor, t.id).where(sql`deleted_at is null`),
    index("opportunities_owner_idx").on(t.ownerId, t.status, t.expectedCloseOn, t.id),
    index("opportunities_account_idx").on(t.accountId, t.id),
    index("opportunities_contact_idx").on(t.contactId).where(sql`contact_id is not null`),
    index("opportunities_prospect_idx").on(t.prospectId).where(sql`prospect_id is not null`),
    index("opportunities_trash_idx").on(t.deletedAt, t.id).where(sql`deleted_at is not null`),
    check("opportunities_closed", sql`(${t.status} = 'open') = (${t.closedAt} is null)`),
    check("opportunities_lost", sql`(${t.status} = 'lost') = (${t.lostReasonId} is not null)`),
    check("opportunities_amount", sql`${t.amountMinor} >= 0`),
  ],
);

export const opportunityItems = sqliteTable(
  "opportunity_items",
  {
    id: id(),
    opportunityId: integer("opportunity_id")
      .notNull()
      .references(() => opportunities.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    itemId: integer("item_id").references(() => catalogItems.id),
    description: text("description").notNull(),
    quantity: decimal("quantity").notNull(),
    unitPrice: decimal("unit_price").notNull(),
  },
  (t) => [index("opportunity_items_opportunity_idx").on(t.opportunityId, t.position)],
);

/** Each time an opportunity stood in a stage. The last has no end while it is open. */
export const opportunityStays = sqliteTable(
  "opportunity_stays",
  {
    id: id(),
    opportunityId: integer("opportunity_id")
      .notNull()
      .references(() => opportunities.id, { onDelete: "cascade" }),
    stageId: integer("stage_id")
      .notNull()
      .references(() => pipelineStages.id),
    enteredAt: instant("entered_at").notNull(),
    leftAt: instant("left_at"),
  },
  (t) => [index("opportunity_stays_opportunity_idx").on(t.opportunityId, t.id)],
);
