import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const outboxStates = ["queued", "running", "sending", "done", "possibly_sent", "parked"] as const;

/** Work that outlives its request, inserted in the transaction that asked for it. Instants are UTC milliseconds. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: integer("id").primaryKey(),
    kind: text("kind").notNull(),
    dedupeKey: text("dedupe_key").unique(),
    payload: text("payload", { mode: "json" }).notNull(),
    cursor: text("cursor", { mode: "json" }),
    state: text("state", { enum: outboxStates }).notNull().default("queued"),
    runAt: integer("run_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    leaseUntil: integer("lease_until"),
    leaseOwner: text("lease_owner"),
    messageId: text("message_id"),
    lastError: text("last_error"),
    progress: text("progress", { mode: "json" }),
    createdAt: integer("created_at").notNull(),
    finishedAt: integer("finished_at"),
  },
  (t) => [
    index("outbox_due_idx").on(t.runAt, t.id).where(sql`${t.state} = 'queued'`),
    index("outbox_lease_idx").on(t.leaseUntil).where(sql`${t.state} in ('running', 'sending')`),
    index("outbox_state_idx").on(t.state, t.kind, t.id),
  ],
);
