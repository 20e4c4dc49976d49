import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { contactPoints } from "@/db/schema";
import { parsePhone } from "@/lib/core/phones";
import { emailKey } from "@/lib/core/text";
import type { PointInput } from "./forms";
import { pointText } from "./values";

type Holder = { accountId: number } | { contactId: number };

/** Puts these in the place of those there are, and tells both in words. `home` is the country whose phones need no prefix. */
export function setPoints(tx: Transaction, holder: Holder, points: readonly PointInput[], home: string): { before: string[]; after: string[] } {
  const before = pointTexts(tx, holder);
  const after = points.map(pointText);
  const rows = points.map(({ kind, use, value }, position) => ({ ...holder, kind, use, value, valueKey: keyOf(kind, value, home), position }));
  if (isSame(stored(tx, holder), rows)) return { before, after };
  tx.delete(contactPoints).where(heldBy(holder)).run();
  if (rows.length > 0) tx.insert(contactPoints).values(rows).run();
  return { before, after };
}

export function pointTexts(tx: Transaction, holder: Holder): string[] {
  return stored(tx, holder).map(pointText);
}

function stored(tx: Transaction, holder: Holder) {
  return tx.select().from(contactPoints).where(heldBy(holder)).orderBy(contactPoints.position).all();
}

function heldBy(holder: Holder) {
  return "accountId" in holder ? eq(contactPoints.accountId, holder.accountId) : eq(contactPoints.contactId, holder.contactId);
}

function keyOf(kind: PointInput["kind"], value: string, home: string): string | null {
  return kind === "email" ? emailKey(value) : (parsePhone(value, home).e164 ?? null);
}

type Row = Pick<typeof contactPoints.$inferSelect, "kind" | "use" | "value" | "valueKey">;

function isSame(one: readonly Row[], other: readonly Row[]): boolean {
  const told = (rows: readonly Row[]) => JSON.stringify(rows.map(({ kind, use, value, valueKey }) => [kind, use, value, valueKey]));
  return told(one) === told(other);
}
