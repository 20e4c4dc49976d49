import { t } from "@/lib/i18n/words";
import type { Document, DocumentLine } from "./queries";

type Summed = Pick<Document, "grossMinor" | "discountMinor" | "netMinor" | "withheldMinor" | "totalMinor" | "taxes" | "currency" | "priceMode">;
type Sum = { label: string; minor: number; isTotal?: boolean };

/** The sums at the foot of a document, on the page and on paper alike: each row follows from the ones above it. */
export function sumsOf(document: Summed): Sum[] {
  const { netMinor, withheldMinor, totalMinor, taxes, currency, priceMode } = document;
  return [
    // Prices with their taxes inside do not add up to what comes before taxes.
    ...(priceMode === "tax_included" ? [{ label: t("documents.fields.net"), minor: netMinor }] : beforeTaxes(document)),
    ...taxes.map(({ name, amountMinor }) => ({ label: name, minor: amountMinor })),
    ...(withheldMinor > 0 ? [{ label: t("documents.fields.withholdings"), minor: -withheldMinor }] : []),
    { label: `${t("documents.fields.total")} ${currency}`, minor: totalMinor, isTotal: true },
  ];
}

/** What a line comes to, in the terms its price was written in. */
export function lineAmountMinor({ netMinor, totalMinor }: Pick<DocumentLine, "netMinor" | "totalMinor">, { priceMode }: Pick<Document, "priceMode">): number {
  return priceMode === "tax_included" ? totalMinor : netMinor;
}

function beforeTaxes({ grossMinor, discountMinor }: Summed): Sum[] {
  const subtotal = { label: t("documents.fields.subtotal"), minor: grossMinor };
  return discountMinor > 0 ? [subtotal, { label: t("documents.fields.discount"), minor: -discountMinor }] : [subtotal];
}
