import type { Database } from "@/db/open";
import { documents } from "@/db/schema";
import { scopeFor } from "@/lib/access/scope";
import { decimalsOf } from "@/lib/core/currencies";
import { toMinor } from "@/lib/core/decimal";
import { calculate, type TaxRow } from "@/lib/documents/calculate";
import { contentHash } from "@/lib/documents/freeze";
import { type Document, findDocument } from "@/lib/documents/queries";
import { system } from "../papers";

/** What is printed: added up again from what was typed, and hashed again from what is stored, each chained to the number before. */
export function paperComplaints(db: Database): string[] {
  const scope = scopeFor(system, db);
  const found = db
    .select({ id: documents.id, kind: documents.kind })
    .from(documents)
    .all()
    .map(({ id, kind }) => findDocument(scope, kind, id)!);
  return [...found.flatMap((document) => [...addedUpAgain(document), ...hashedAgain(document)]), ...chainsOf(found)];
}

function addedUpAgain(document: Document): string[] {
  if (document.kind === "receipt") return [];
  const { currency, priceMode, roundingMode, taxScope, discountValue, label, id } = document;
  const named = new Map(document.lines.flatMap(({ taxes }) => taxes).map((tax) => [tax.code, tax]));
  const taxes = document.taxes.map(({ code }) => named.get(code) as unknown as TaxRow);
  const lines = document.lines.map((line) => ({ ...line, discount: line.discountValue, taxes: line.taxes.map(({ code }) => code) }));
  const sums = calculate({ currency, priceMode, roundingMode, taxScope, taxes }, lines, discountValue);
  const minor = (amount: string) => toMinor(amount, decimalsOf(currency));
  const stored = [document, ...document.lines].map(({ netMinor, totalMinor }) => [netMinor, totalMinor]);
  const again = [[minor(sums.netTotal), minor(sums.total)], ...sums.lines.map(({ net, total }) => [minor(net), minor(total)])];
  const byTax = sums.taxTotals.map(({ code, base, amount }) => [code, minor(base), minor(amount)]);
  const kept = document.taxes.map(({ code, baseMinor, amountMinor }) => [code, baseMinor, amountMinor]);
  const isSame = JSON.stringify([stored, kept]) === JSON.stringify([again, byTax]);
  return isSame ? [] : [`added up again ${label ?? id} gives ${JSON.stringify([again, byTax])}, stored is ${JSON.stringify([stored, kept])}`];
}

function hashedAgain(document: Document): string[] {
  if (!document.isFrozen || contentHash(document, document.previousSha256) === document.contentSha256) return [];
  return [`what is printed of ${document.label} is not what was frozen`];
}

/** Where numbers are taken at issue, each document holds the hash of the one before. */
function chainsOf(found: Document[]): string[] {
  const chained = found.filter(({ kind, number }) => (kind === "invoice" || kind === "receipt") && number !== null);
  return [...Map.groupBy(chained, ({ seriesId }) => seriesId).values()].flatMap((series) =>
    series
      .toSorted((one, other) => one.number! - other.number!)
      .flatMap(({ label, previousSha256 }, place, all) =>
        previousSha256 === (place === 0 ? null : all[place - 1]!.contentSha256) ? [] : [`${label} is not chained to the one before`],
      ),
  );
}
