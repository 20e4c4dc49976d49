import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { company, series } from "@/db/schema";
import type { DocumentKind } from "@/db/vocabulary";
import { type Day, dayOf } from "@/lib/core/dates";
import { RuleError } from "@/lib/core/errors";
import { formatDate } from "@/lib/i18n/format";

export type TakenNumber = { seriesId: number; number: number; label: string };

/** The next number, in the transaction that uses it: rolled back together, so none is lost. `today` is the date it is issued on.
 *  Throws when the series is used up, has expired, or its last document is dated later. */
export function takeNumber(tx: Transaction, seriesId: number, today: string): TakenNumber {
  const taken = tx
    .update(series)
    .set({ next: sql`${series.next} + 1`, lastIssuedOn: sql`max(coalesce(${series.lastIssuedOn}, ''), ${today})` })
    .where(eq(series.id, seriesId))
    .returning()
    .get();
  if (!taken?.isActive) throw new RuleError("documents.no_series");
  const { prefix, padding, rangeTo, validUntil, lastIssuedOn } = taken;
  const number = taken.next - 1;
  if (rangeTo !== null && number > rangeTo) throw new RuleError("documents.series_exhausted", "", { prefix });
  if (validUntil !== null && today > validUntil) throw new RuleError("documents.series_expired", "", { prefix, date: formatDate(validUntil) });
  if (lastIssuedOn !== null && lastIssuedOn > today) throw new RuleError("documents.date_before_last", "", { date: formatDate(lastIssuedOn) });
  return { seriesId, number, label: `${prefix}${String(number).padStart(padding, "0")}` };
}

/** The day it is where the company is: a colleague ahead of it would otherwise close the series to everybody else. */
export function companyToday(tx: Transaction, now: number): Day {
  return dayOf(now, tx.select({ zone: company.zone }).from(company).where(eq(company.id, 1)).get()!.zone);
}

/** The series a kind is numbered from: the work centre's own, else the company's. Throws when there is none. */
export function seriesFor(tx: Transaction, kind: DocumentKind, workCenterId: number | null): number {
  const found = tx
    .select({ id: series.id })
    .from(series)
    .where(and(eq(series.kind, kind), eq(series.isActive, true), sql`(${series.workCenterId} is null or ${series.workCenterId} = ${workCenterId})`))
    .orderBy(sql`${series.workCenterId} is null`, series.id)
    .limit(1)
    .get();
  if (!found) throw new RuleError("documents.no_series");
  return found.id;
}

/** As printed: a quote written anew keeps its number and says which version it is. */
export function labelOfRevision(label: string, revision: number): string {
  const bare = label.replace(/ r\d+$/, "");
  return revision === 1 ? bare : `${bare} r${revision}`;
}
