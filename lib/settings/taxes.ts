import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { documentTaxes, taxes } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import type { TaxInput } from "./forms";

type Row = typeof taxes.$inferSelect;

/** Adds a tax or changes it. One that stands on documents keeps what it charges: its end is set and another is added. */
export function saveTax(tx: Transaction, before: Row | null, { id: _id, ...input }: TaxInput): Change {
  requireFreeCode(tx, input.code, before?.id ?? 0);
  if (input.validFrom !== null && input.validTo !== null && input.validTo < input.validFrom) throw new RuleError("end_before_start", "validTo");
  if (before && chargesOtherwise(before, input) && isUsed(tx, before.code)) throw new RuleError("settings.tax_in_use", "rate");
  if (input.isDefault) tx.update(taxes).set({ isDefault: false }).where(eq(taxes.isDefault, true)).run();
  const after = before
    ? tx.update(taxes).set(input).where(eq(taxes.id, before.id)).returning().get()
    : tx
        .insert(taxes)
        .values({ ...input, position: nextPosition(tx) })
        .returning()
        .get();
  return { kind: "tax", id: after.id, before, after };
}

/** Retired, it is offered no more; what holds it keeps it. */
export function offerTax(tx: Transaction, before: Row, isActive: boolean): Change {
  const after = tx.update(taxes).set({ isActive }).where(eq(taxes.id, before.id)).returning().get();
  return { kind: "tax", id: after.id, before, after };
}

function chargesOtherwise(before: Row, input: Omit<TaxInput, "id">) {
  return before.code !== input.code || before.rate !== input.rate || before.kind !== input.kind || before.treatment !== input.treatment;
}

function isUsed(tx: Transaction, code: string) {
  return tx.select({ id: documentTaxes.id }).from(documentTaxes).where(eq(documentTaxes.code, code)).limit(1).get() !== undefined;
}

function requireFreeCode(tx: Transaction, code: string, id: number) {
  const holder = tx
    .select({ id: taxes.id })
    .from(taxes)
    .where(and(eq(taxes.code, code), ne(taxes.id, id)))
    .get();
  if (holder) throw new RuleError("settings.taken_code", "code");
}

function nextPosition(tx: Transaction) {
  return tx
    .select({ next: sql<number>`coalesce(max(${taxes.position}), -1) + 1` })
    .from(taxes)
    .get()!.next;
}
