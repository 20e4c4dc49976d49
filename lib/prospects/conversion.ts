import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { events, type prospects } from "@/db/schema";

type Row = typeof prospects.$inferSelect;

/** What told that this prospect became a customer, if that was its last closing: it stands at the same instant. */
export function conversionTold(tx: Transaction, { id, closedAt, status }: Pick<Row, "id" | "closedAt" | "status">) {
  if (status !== "converted" || closedAt === null) return undefined;
  const about = and(eq(events.subjectKind, "prospect"), eq(events.subjectId, id), eq(events.name, "prospect.converted"), eq(events.at, closedAt));
  return tx.select({ id: events.id, batchId: events.batchId }).from(events).where(about).get();
}
