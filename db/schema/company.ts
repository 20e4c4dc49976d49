import { sql } from "drizzle-orm";
import { type AnySQLiteColumn, check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import {
  colors,
  documentKinds,
  originMeasures,
  pickLists,
  presets,
  priceModes,
  roundingModes,
  type SwitchableModule,
  taxKinds,
  taxScopes,
  taxTreatments,
} from "../vocabulary";
import { date, decimal, flag, id, instant, json, timestamps } from "./columns";
import { files } from "./files";

/** The one company of this data folder. */
export const company = sqliteTable(
  "company",
  {
    id: integer("id").primaryKey(),
    name: text("name").notNull(),
    legalName: text("legal_name"),
    taxId: text("tax_id"),
    pack: text("pack").notNull(),
    currency: text("currency").notNull(),
    zone: text("zone").notNull(),
    preset: text("preset", { enum: presets }).notNull(),
    priceMode: text("price_mode", { enum: priceModes }).notNull(),
    roundingMode: text("rounding_mode", { enum: roundingModes }).notNull(),
    taxScope: text("tax_scope", { enum: taxScopes }).notNull(),
    phone: text("phone"),
    email: text("email"),
    address: text("address"),
    city: text("city"),
    region: text("region"),
    postalCode: text("postal_code"),
    logoFileId: integer("logo_file_id").references(() => files.id),
    paymentData: text("payment_data"),
    quoteValidDays: integer("quote_valid_days").notNull().default(15),
    quoteSilenceDays: integer("quote_silence_days").notNull().default(7),
    ...timestamps(),
    /** Made up to look at: it may be taken away whole, which no other company may. */
    isDemo: flag("is_demo").notNull().default(false),
    wordsVersion: integer("words_version").notNull().default(0),
    contactsNeedAccount: flag("contacts_need_account").notNull().default(true),
    /** Room for attached files, in megabytes. */
    filesRoomMb: integer("files_room_mb").notNull().default(5000),
    /** Whether who makes an account is asked about one that is there already. */
    asksDuplicates: flag("asks_duplicates").notNull().default(true),
    /** The modules that are switched off, in their order. */
    offModules: json<SwitchableModule[]>("off_modules").notNull().default([]),
    /** Which fields the company asks for beyond those the product needs, as `module.kind.field`. */
    requiredFields: json<string[]>("required_fields").notNull().default([]),
    /** Whether an accepted quote wins the opportunity it was made of. */
    winsByQuote: flag("wins_by_quote").notNull().default(true),
  },
  (t) => [check("company_only_one", sql`${t.id} = 1`)],
);

export const workCenters = sqliteTable("work_centers", {
  id: id(),
  code: text("code").notNull().unique(),
  name: text("name").notNull(),
  isActive: flag("is_active").notNull().default(true),
  ...timestamps(),
});

export const issuePoints = sqliteTable("issue_points", {
  id: id(),
  workCenterId: integer("work_center_id")
    .notNull()
    .references(() => workCenters.id),
  code: text("code").notNull(),
  name: text("name").notNull(),
  isActive: flag("is_active").notNull().default(true),
});

/** Where numbers come from. `next` moves in the transaction that uses it, never elsewhere. */
export const series = sqliteTable(
  "series",
  {
    id: id(),
    workCenterId: integer("work_center_id").references(() => workCenters.id),
    issuePointId: integer("issue_point_id").references(() => issuePoints.id),
    kind: text("kind", { enum: ["prospect", ...documentKinds] }).notNull(),
    fiscalType: text("fiscal_type").notNull().default(""),
    prefix: text("prefix").notNull(),
    padding: integer("padding").notNull().default(5),
    next: integer("next").notNull().default(1),
    rangeTo: integer("range_to"),
    validUntil: date("valid_until"),
    lastIssuedOn: date("last_issued_on"),
    isActive: flag("is_active").notNull().default(true),
  },
  (t) => [
    uniqueIndex("series_key_idx").on(sql`coalesce(${t.workCenterId}, 0)`, sql`coalesce(${t.issuePointId}, 0)`, t.kind, t.fiscalType, t.prefix),
    check("series_next_positive", sql`${t.next} > 0`),
  ],
);

/** A number that was taken and will never be used, with the reason: a documented gap. */
export const burnedNumbers = sqliteTable(
  "burned_numbers",
  {
    id: id(),
    seriesId: integer("series_id")
      .notNull()
      .references(() => series.id),
    number: integer("number").notNull(),
    reason: text("reason").notNull(),
    burnedAt: instant("burned_at").notNull(),
  },
  (t) => [uniqueIndex("burned_numbers_idx").on(t.seriesId, t.number)],
);

export const taxes = sqliteTable("taxes", {
  id: id(),
  code: text("code").notNull().unique(),
  name: text("name").notNull(),
  kind: text("kind", { enum: taxKinds }).notNull(),
  rate: decimal("rate").notNull(),
  treatment: text("treatment", { enum: taxTreatments }).notNull(),
  basePlus: text("base_plus"),
  position: integer("position").notNull().default(0),
  isDefault: flag("is_default").notNull().default(false),
  isActive: flag("is_active").notNull().default(true),
  validFrom: date("valid_from"),
  validTo: date("valid_to"),
});

/** How first contact was made. The code stays once it is given. */
export const origins = sqliteTable(
  "origins",
  {
    id: id(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    color: text("color", { enum: colors }),
    position: integer("position").notNull().default(0),
    isActive: flag("is_active").notNull().default(true),
    ...timestamps(),
    /** What it became by being merged. */
    mergedIntoId: integer("merged_into_id").references((): AnySQLiteColumn => origins.id),
  },
  (t) => [uniqueIndex("origins_code_idx").on(t.code)],
);

/** How many came by an origin and what was invoiced to them, by whom they belong to; 0 is nobody. Kept by triggers. */
export const originTotals = sqliteTable(
  "origin_totals",
  {
    originId: integer("origin_id")
      .notNull()
      .references(() => origins.id),
    ownerId: integer("owner_id").notNull(),
    measure: text("measure", { enum: originMeasures }).notNull(),
    currency: text("currency").notNull(),
    total: integer("total").notNull(),
  },
  (t) => [primaryKey({ columns: [t.originId, t.ownerId, t.measure, t.currency] })],
);

export const picklistOptions = sqliteTable(
  "picklist_options",
  {
    id: id(),
    list: text("list", { enum: pickLists }).notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    color: text("color", { enum: colors }),
    position: integer("position").notNull().default(0),
    isActive: flag("is_active").notNull().default(true),
    version: integer("version").notNull().default(1),
    mergedIntoId: integer("merged_into_id").references((): AnySQLiteColumn => picklistOptions.id),
  },
  (t) => [uniqueIndex("picklist_options_code_idx").on(t.list, t.code), index("picklist_options_list_idx").on(t.list, t.position)],
);
