import type { PartySnapshot } from "@/db/schema/documents";
import { decimalsOf } from "@/lib/core/currencies";
import { fixedDecimals, fromMinor } from "@/lib/core/decimal";
import { minorText } from "@/lib/i18n/balances";
import { current } from "@/lib/i18n/current";
import { formatAmount, formatDate, formatNumber } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import { kinds, type SalesKind } from "./kinds";
import type { DocumentSheet, SheetColumn, SheetColumnKey, SheetCustomer, SheetIssuer, SheetLine, SheetRow } from "./pdf/sheet";
import type { Document, DocumentLine } from "./queries";
import { discountText, lineAmountMinor, sumsOf } from "./sums";

/** `customer` and `issuer` as printed; `logo` is the company's of today. */
export type SheetSource = {
  kind: SalesKind;
  document: Document;
  customer: PartySnapshot;
  issuer: PartySnapshot;
  logo: Uint8Array | null;
};

export const accent = "#1d5365";

/** The document as text ready for paper, in the words and formats of whoever is speaking. Internal notes never get here. */
export function sheetOf({ kind, document, customer, issuer, logo }: SheetSource): DocumentSheet {
  const { currency, lines } = document;
  const { pack, locale } = current();
  return {
    language: locale,
    paper: pack.paper,
    accent,
    createdAt: new Date(document.frozenAt ?? document.updatedAt).toISOString(),
    labels: {
      customer: t("documents.fields.customer"),
      amountInWords: "",
      taxes: t("documents.fields.taxes"),
      taxBase: t("documents.tax_base"),
      taxAmount: t("documents.lines.amount"),
      page: t("documents.page_of", { page: "{page}", pages: "{pages}" }),
    },
    issuer: { ...partyOf(issuer), phone: issuer.phone, email: issuer.email, logo },
    title: t(`documents.kinds.${kind}.one`),
    number: document.label,
    watermark: watermarkOf(kind, document),
    dates: datesOf(kind, document),
    customer: customerOf(customer),
    columns: columnsOf(lines),
    lines: lines.map((line, index) => lineOf(line, index, document)),
    totals: sumsOf(document).map(({ label, minor, isTotal = false }) => ({ label, value: minorText(minor, currency), strong: isTotal })),
    taxes: document.taxes.map(({ name, baseMinor, amountMinor }) => ({
      label: name,
      base: minorText(baseMinor, currency),
      amount: minorText(amountMinor, currency),
    })),
    amountInWords: null,
    sections: sectionsOf(document, kinds[kind].isFiscal || kind === "quote" ? issuer.paymentData : null),
    legend: kinds[kind].isFiscal ? t("documents.not_fiscal") : null,
    footer: null,
  };
}

/** Drawn across the page of what does not count: a draft, or what was voided. */
export function watermarkOf(kind: SalesKind, { status }: Pick<Document, "status">): string | null {
  return status === "draft" || status === "voided" ? t(`documents.statuses.${kind}.${status}`).toUpperCase() : null;
}

export function partyOf({ name, legalName, taxId, taxIdLabel, address }: PartySnapshot): Omit<SheetIssuer, "phone" | "email" | "logo"> {
  return {
    name,
    legalName: legalName === name ? null : legalName,
    taxId: taxId ? { label: taxIdLabel ?? t("accounts.fields.tax_id"), value: taxId } : null,
    addressLines: address,
  };
}

function customerOf(customer: PartySnapshot): SheetCustomer {
  const { name, legalName, taxId, addressLines } = partyOf(customer);
  const contact = customer.contact && `${t("documents.fields.contact")}: ${customer.contact}`;
  const contactLines = [contact, customer.phone, customer.email].filter((line): line is string => Boolean(line));
  return { name: legalName ?? name, taxId, addressLines, contactLines };
}

function datesOf(kind: SalesKind, { issuedOn, dueOn, validUntil, currency }: Document): SheetRow[] {
  const { deadline } = kinds[kind];
  return [
    { label: t("documents.fields.date"), value: formatDate(issuedOn) },
    ...(dueOn === null || deadline !== "dueOn" ? [] : [{ label: t("documents.fields.due_on"), value: formatDate(dueOn) }]),
    ...(validUntil === null || deadline !== "validUntil" ? [] : [{ label: t("documents.fields.valid_until"), value: formatDate(validUntil) }]),
    { label: t("documents.fields.currency"), value: currency },
  ];
}

/** A column nobody filled is not printed. */
function columnsOf(lines: DocumentLine[]): SheetColumn[] {
  const has = (test: (line: DocumentLine) => boolean) => lines.some(test);
  const columns: [SheetColumnKey, string, boolean][] = [
    ["position", "#", true],
    ["code", t("documents.lines.code"), has(({ code }) => Boolean(code))],
    ["description", t("documents.lines.description"), true],
    ["quantity", t("documents.lines.quantity"), true],
    ["unit", t("documents.lines.unit"), has(({ unit }) => Boolean(unit))],
    ["unitPrice", t("documents.lines.price"), true],
    ["discount", t("documents.lines.discount"), has(({ discountValue }) => discountValue !== null)],
    ["taxes", t("documents.lines.tax"), has(({ taxes }) => taxes.length > 0)],
    ["total", t("documents.lines.amount"), true],
  ];
  return columns.filter(([, , isShown]) => isShown).map(([key, label]) => ({ key, label }));
}

function lineOf(line: DocumentLine, index: number, document: Document): SheetLine {
  const { currency } = document;
  const amount = lineAmountMinor(line, document);
  return {
    position: String(index + 1),
    code: line.code ?? "",
    description: line.description,
    quantity: formatNumber(line.quantity),
    unit: line.unit ?? "",
    unitPrice: formatAmount(line.unitPrice, currency),
    discount: discountText(line, currency),
    taxes: line.taxes.map(({ name }) => name).join(", "),
    total: formatAmount(fixedDecimals(fromMinor(amount, decimalsOf(currency)), decimalsOf(currency)), currency),
  };
}

function sectionsOf({ notes, terms }: Document, paymentData: string | null | undefined) {
  const sections = [
    { heading: t("documents.fields.notes"), text: notes },
    { heading: t("documents.fields.terms"), text: terms },
    { heading: t("settings.payment_data"), text: paymentData },
  ];
  return sections.flatMap(({ heading, text }) => (text ? [{ heading, text }] : []));
}
