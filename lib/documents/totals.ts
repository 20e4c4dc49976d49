import { sumOf, unitsText } from "@/lib/core/exact";
import { exchange, payInCash, type Sums, type Withheld, withheldFrom, withhold } from "@/lib/documents/totals/closing";
import { addTaxes } from "@/lib/documents/totals/excluded";
import { extractTaxes } from "@/lib/documents/totals/included";
import { priceLines } from "@/lib/documents/totals/lines";
import { checkTaxes } from "@/lib/documents/totals/taxes";
import type { FunctionalTotals, LineTotals, TaxedLine, TaxTotal, TotalsInput, TotalsOutput } from "@/lib/documents/totals/types";

/** Every amount of a document, from what was typed. One function for editor, list, PDF, portal, ledger and API.
 *  Takes and returns decimal text; throws RuleError (`totals.…`) when the document cannot be. */
export function totals(input: TotalsInput): TotalsOutput {
  checkTaxes(input.taxes);
  const priced = priceLines(input);
  const taxed = input.priceMode === "tax_excluded" ? addTaxes(priced, input) : extractTaxes(priced, input);
  const lines = taxed.toSorted((left, right) => left.index - right.index);
  const sums = sumsOf(lines, input);
  const withheld = withhold(sums, input);
  const total = sums.net + sums.tax - withheldFrom(withheld, "reduces_total");
  const amountDue = total - withheldFrom(withheld, "reduces_amount_due");
  const money = (units: bigint) => unitsText(units, input.decimals);

  return {
    lines: lines.map((line) => lineTotals(line, money)),
    grossTotal: money(sumOf(lines.map((line) => line.gross))),
    discountTotal: money(sumOf(lines.map((line) => line.discount + line.documentDiscountShare))),
    netTotal: money(sums.net),
    taxTotals: taxTotals(lines, sums, input, money),
    taxTotal: money(sums.tax),
    withholdings: withheld.map(({ code, base, amount, effect }) => ({ code, base: money(base), amount: money(amount), effect })),
    withholdingTotal: money(sumOf(withheld.map((each) => each.amount))),
    total: money(total),
    amountDue: money(amountDue),
    ...functionalPart(sums, withheld, input),
    ...cashPart(amountDue, input),
  };
}

/** Only taxes some line bears; an exempt one is there with nothing, because ledgers need it. */
function sumsOf(lines: TaxedLine[], { taxes }: TotalsInput): Sums {
  const borne = new Set(lines.flatMap((line) => line.codes));
  const codes = Object.keys(taxes).filter((code) => borne.has(code));
  const sums = codes.map((code) => [code, sumOf(lines.map((line) => line.taxes[code] ?? 0n))] as const);
  return { net: sumOf(lines.map((line) => line.net)), taxes: Object.fromEntries(sums), tax: sumOf(sums.map(([, sum]) => sum)) };
}

function lineTotals(line: TaxedLine, money: (units: bigint) => string): LineTotals {
  return {
    gross: money(line.gross),
    discount: money(line.discount),
    documentDiscountShare: money(line.documentDiscountShare),
    net: money(line.net),
    taxes: Object.fromEntries(line.codes.map((code) => [code, money(line.taxes[code]!)])),
    total: money(line.net + sumOf(Object.values(line.taxes))),
  };
}

function taxTotals(lines: TaxedLine[], sums: Sums, { taxes }: TotalsInput, money: (units: bigint) => string): TaxTotal[] {
  return Object.entries(sums.taxes).map(([code, amount]) => {
    const base = sumOf(lines.map((line) => line.bases[code] ?? 0n));
    return { code, treatment: taxes[code]!.treatment, rate: taxes[code]!.rate, base: money(base), amount: money(amount) };
  });
}

function functionalPart(sums: Sums, withheld: Withheld[], input: TotalsInput): { functional?: FunctionalTotals } {
  if (!input.exchange) return {};
  const { decimals } = input.exchange;
  const exchanged = exchange(sums, withheld, input, input.exchange);
  const money = (units: bigint) => unitsText(units, decimals);
  return {
    functional: {
      netTotal: money(exchanged.net),
      taxTotals: exchanged.taxes.map(({ code, amount }) => ({ code, amount: money(amount) })),
      taxTotal: money(sumOf(exchanged.taxes.map((tax) => tax.amount))),
      withholdings: exchanged.withheld.map(({ code, amount }) => ({ code, amount: money(amount) })),
      total: money(exchanged.total),
      amountDue: money(exchanged.amountDue),
    },
  };
}

function cashPart(amountDue: bigint, { cashRounding, decimals }: TotalsInput) {
  if (!cashRounding) return {};
  const payable = payInCash(amountDue, decimals, cashRounding);
  return { cashPayable: unitsText(payable, decimals), cashRoundingDifference: unitsText(payable - amountDue, decimals) };
}
