import { asc, gt } from "drizzle-orm";
import type { Database } from "@/db/open";
import { documents } from "@/db/schema";
import { scopeFor } from "@/lib/access/scope";
import type { SystemViewer } from "@/lib/access/viewer";
import { decimalsOf } from "@/lib/core/currencies";
import { toMinor } from "@/lib/core/decimal";
import { calculate, type TaxRow } from "@/lib/documents/calculate";
import { contentHash } from "@/lib/documents/freeze";
import { type Document, findDocument } from "@/lib/documents/queries";
import type { DataCheck } from "./data-check";

const system: SystemViewer = { kind: "system", locale: "es", zone: "UTC", today: "" };
const atOnce = 500;

/** What is printed: added up again from what was typed, and hashed again from what is stored, each chained to the number before. */
export const paperChecks: DataCheck[] = [
  { name: "los documentos suman lo mismo al calcularlos de nuevo", complaints: (db) => ofEach(db, addedUpAgain) },
  { name: "los documentos emitidos son los que se emitieron", complaints: (db) => ofEach(db, hashedAgain) },
  { name: "cada factura y recibo sigue al número anterior", complaints: unchained },
];

function ofEach(db: Database, complaintsOf: (document: Document) => string[]): string[] {
  const scope = scopeFor(system, db);
  const complaints: string[] = [];
  for (let after = 0; ; ) {
    const { id, kind } = documents;
    const found = db.select({ id, kind }).from(documents).where(gt(id, after)).orderBy(asc(id)).limit(atOnce).all();
    if (found.length === 0) return complaints;
    for (const one of found) complaints.push(...complaintsOf(findDocument(scope, one.kind, one.id)!));
    after = found.at(-1)!.id;
  }
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
  return isSame ? [] : [`${label ?? id} da ${JSON.stringify([again, byTax])} y dice ${JSON.stringify([stored, kept])}`];
}

function hashedAgain(document: Document): string[] {
  if (!document.isFrozen || contentHash(document, document.previousSha256) === document.contentSha256) return [];
  return [`${document.label} no es lo que se emitió`];
}

/** Where numbers are taken at issue, each document holds the hash of the one before. */
function unchained({ $client }: Database): string[] {
  const rows = $client
    .prepare(`select label from (select label, previous_sha256 as held, lag(content_sha256) over (partition by series_id order by number) as before
      from documents where kind in ('invoice', 'receipt') and number is not null) where held is not before limit 5`)
    .pluck()
    .all();
  return rows.map((label) => `${label} no sigue al anterior`);
}
