import { decimalsOf } from "@/lib/core/currencies";
import { formatAmount, formatPercent } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Document, DocumentLine } from "./queries";
import { discountTaken } from "./totals/lines";

type Priced = Pick<Document, "currency" | "discountValue" | "roundingMode">;
type PricedLine = Pick<DocumentLine, "grossMinor" | "discountMinor" | "discountType" | "discountValue">;
type Summed = Priced &
  Pick<Document, "priceMode" | "netMinor" | "withheldMinor" | "totalMinor" | "taxes"> & { lines: (PricedLine & Pick<DocumentLine, "totalMinor">)[] };
type Sum = { label: string; minor: number; isTotal?: boolean };

/** The sums at the foot of a document, on the page and on paper alike: each row follows from the ones above it, the first from the lines. */
export function sumsOf(document: Summed): Sum[] {
  const { priceMode, netMinor, withheldMinor, totalMinor, taxes, currency } = document;
  return [
    ...(priceMode === "tax_included" ? withTaxes(document) : beforeDiscount(document, netMinor)),
    ...taxes.map(({ name, amountMinor }) => ({ label: name, minor: amountMinor })),
    ...(withheldMinor > 0 ? [{ label: t("documents.fields.withholdings"), minor: -withheldMinor }] : []),
    { label: `${t("documents.fields.total")} ${currency}`, minor: totalMinor, isTotal: true },
  ];
}

/** What a line comes to by itself, in the terms its price was written in. A discount of the whole document is told at the foot, not here. */
export function lineAmountMinor(line: PricedLine, document: Priced): number {
  return line.grossMinor - ownDiscountMinor(line, document);
}

/** A line's own discount in words; "" where there is none. */
export function discountText({ discountType, discountValue }: Pick<DocumentLine, "discountType" | "discountValue">, currency: string): string {
  if (discountValue === null) return "";
  return discountType === "percent" ? formatPercent(discountValue) : formatAmount(discountValue, currency);
}

/** What is kept as a line's discount has its share of the document's in it. */
function ownDiscountMinor({ grossMinor, discountMinor, discountType, discountValue }: PricedLine, document: Priced): number {
  if (document.discountValue === null) return discountMinor;
  if (discountType === null || discountValue === null) return 0;
  const discount = { type: discountType, value: discountValue };
  return Number(discountTaken(BigInt(grossMinor), discount, decimalsOf(document.currency), document.roundingMode));
}

function beforeDiscount(document: Summed, afterMinor: number): Sum[] {
  const subtotal = document.lines.reduce((sum, line) => sum + lineAmountMinor(line, document), 0);
  const discount = { label: t("documents.fields.discount"), minor: afterMinor - subtotal };
  return [{ label: t("documents.fields.subtotal"), minor: subtotal }, ...(discount.minor < 0 ? [discount] : [])];
}

/** Prices with their taxes inside do not add up to what comes before taxes: a discount is told first, then what the taxes were taken out of. */
function withTaxes(document: Summed): Sum[] {
  const net = { label: t("documents.fields.net"), minor: document.netMinor };
  const told = beforeDiscount(
    document,
    document.lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
  );
  return told.length > 1 ? [...told, net] : [net];
}
