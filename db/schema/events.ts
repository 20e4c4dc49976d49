import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { actorKinds } from "../vocabulary";
import { id, instant, json } from "./columns";

/** What happened, append-only and chained: `hash` covers the row and the previous hash; payloads only by their hash. */
export const events = sqliteTable(
  "events",
  {
    id: id(),
    at: instant("at").notNull(),
    actorKind: text("actor_kind", { enum: actorKinds }).notNull(),
    actorId: integer("actor_id"),
    name: text("name").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: integer("subject_id"),
    accountId: integer("account_id"),
    prospectId: integer("prospect_id"),
    batchId: text("batch_id"),
    undoes: integer("undoes"),
    source: text("source").notNull().default("web"),
    payloadSha256: text("payload_sha256").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    index("events_subject_idx").on(t.subjectKind, t.subjectId, t.id),
    index("events_account_idx").on(t.accountId, t.id),
    index("events_prospect_idx").on(t.prospectId, t.id),
    index("events_batch_idx").on(t.batchId),
  ],
);

/** Values before and after. Only purge deletes here; the chain still verifies. */
export const eventPayloads = sqliteTable("event_payloads", {
  eventId: integer("event_id").primaryKey(),
  before: json<Record<string, unknown> | null>("before"),
  after: json<Record<string, unknown> | null>("after"),
});

/** One row per accepted form: a repeat gets the same answer and no second effect. */
export const submissions = sqliteTable(
  "submissions",
  {
    id: text("id").notNull(),
    actor: text("actor").notNull(),
    event: text("event").notNull(),
    location: text("location").notNull(),
    notice: text("notice"),
    noticeValues: json<Record<string, string | number>>("notice_values"),
    eventId: integer("event_id"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.id] }), index("submissions_created_idx").on(t.createdAt)],
);
