import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { documentLines, documentLineTaxes, documentLinks } from "@/db/schema";
import { addDecimals, compareDecimals, subtractDecimals } from "@/lib/core/decimal";
import { RuleError } from "@/lib/core/errors";
import { formatNumber } from "@/lib/i18n/format";
import { liveLinksFrom, sourcesOf } from "./links";
import type { Document, DocumentLine } from "./queries";
import type { FilledLine } from "./reckoning";
import { doneOf } from "./rules";

/** Holds new lines against what they came from and what came of them, and moves the links along.
 *  Throws when a line falls below what was already converted, changes the price of it, or asks more than its source has left. */
export function requireAgreed(tx: Transaction, document: Document, lines: readonly FilledLine[]) {
  const ids = document.lines.map(({ id }) => id);
  const done = doneOf(liveLinksFrom(tx, ids));
  const sources = new Map(sourcesOf(tx, ids).map((link) => [link.toLineId, link]));
  const before = new Map(document.lines.map((line) => [line.id, line]));
  for (const [index, line] of lines.entries()) {
    const old = line.id === null ? undefined : before.get(line.id);
    if (!old) continue;
    requireNotBelow(line, old, done.get(old.id), index);
    const source = sources.get(old.id);
    if (source) followSource(tx, line, source, index);
  }
}

/** Takes away the lines that are not in the new list. Throws when something came of one. */
export function removeLines(tx: Transaction, document: Document, lines: readonly FilledLine[]) {
  const kept = new Set(lines.map(({ id }) => id));
  const gone = document.lines.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length === 0) return;
  if (liveLinksFrom(tx, gone).length > 0) throw new RuleError("documents.line_converted", "lines");
  tx.delete(documentLinks).where(inArray(documentLinks.fromLineId, gone)).run();
  tx.delete(documentLinks).where(inArray(documentLinks.toLineId, gone)).run();
  tx.delete(documentLineTaxes).where(inArray(documentLineTaxes.lineId, gone)).run();
  tx.delete(documentLines).where(inArray(documentLines.id, gone)).run();
}

function requireNotBelow(line: FilledLine, old: DocumentLine, done: string | undefined, index: number) {
  if (done === undefined) return;
  if (compareDecimals(line.quantity, done) < 0) throw new RuleError("documents.below_done", `lines.${index}.quantity`, { done: formatNumber(done) });
  const isPriced = line.unitPrice === old.unitPrice && line.discount === old.discountValue && line.itemId === old.itemId;
  const isTaxed =
    [...line.taxes].sort().join() ===
    old.taxes
      .map(({ code }) => code)
      .sort()
      .join();
  if (!isPriced || !isTaxed) throw new RuleError("documents.price_agreed", `lines.${index}.unitPrice`);
}

function followSource(tx: Transaction, line: FilledLine, source: ReturnType<typeof sourcesOf>[number], index: number) {
  if (line.quantity === source.quantity) return;
  const others = liveLinksFrom(tx, [source.fromLineId]).filter(({ id }) => id !== source.id);
  const left = subtractDecimals(source.sourceQuantity, addDecimals(...others.map(({ quantity }) => quantity)));
  if (compareDecimals(line.quantity, left) > 0) throw new RuleError("documents.over_quantity", `lines.${index}.quantity`, { left: formatNumber(left) });
  tx.update(documentLinks).set({ quantity: line.quantity }).where(eq(documentLinks.id, source.id)).run();
}
