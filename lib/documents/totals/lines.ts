import { allocateUnits } from "@/lib/core/allocate";
import type { RoundingMode } from "@/lib/core/decimal";
import { RuleError } from "@/lib/core/errors";
import { type Fraction, fractionOf, percentOf, roundFraction, roundToUnits, sumOf, times, wholeFraction } from "@/lib/core/exact";
import type { Discount, PricedLine, TotalsInput, TotalsLine } from "@/lib/documents/totals/types";

type LineBeforeShare = Omit<PricedLine, "documentDiscountShare">;

/** Gross and discounts of every line. Lines come back ordered by their taxes, so that a cent shared out never depends on where a line stood. */
export function priceLines(input: TotalsInput): PricedLine[] {
  const order = Object.keys(input.taxes);
  const lines = input.lines.map((line, index) => priceLine(line, index, input, order));
  const sorted = lines.sort((left, right) => compareCodes(left.codes, right.codes, order));
  return shareDocumentDiscount(sorted, input);
}

function priceLine(line: TotalsLine, index: number, input: TotalsInput, order: string[]): LineBeforeShare {
  const quantity = positive(line.quantity, `lines.${index}.quantity`);
  const unitPrice = positive(line.unitPrice, `lines.${index}.unitPrice`);
  const gross = roundToUnits(times(quantity, unitPrice), input.decimals, input.rounding.mode);
  const discount = discountOf(gross, line.discount, input, `lines.${index}.discount`);
  return { index, quantity: line.quantity, codes: configuredOrder(line.taxes, order, index), gross, discount, amount: gross - discount };
}

function shareDocumentDiscount(lines: LineBeforeShare[], input: TotalsInput): PricedLine[] {
  const amounts = lines.map((line) => line.amount);
  const discount = discountOf(sumOf(amounts), input.documentDiscount, input, "documentDiscount");
  const shares = allocateUnits(discount, amounts);
  return lines.map((line, index) => ({ ...line, documentDiscountShare: shares[index]!, amount: line.amount - shares[index]! }));
}

/** What a discount takes off an amount, both in minor units. */
export function discountTaken(amount: bigint, discount: Discount, decimals: number, mode: RoundingMode): bigint {
  return discount.type === "percent"
    ? roundFraction(times(wholeFraction(amount), percentOf(discount.value)), mode)
    : roundToUnits(fractionOf(discount.value), decimals, mode);
}

function discountOf(amount: bigint, discount: Discount | undefined, { decimals, rounding }: TotalsInput, field: string): bigint {
  if (!discount) return 0n;
  const taken = discountTaken(amount, discount, decimals, rounding.mode);
  const isPastWhole = discount.type === "percent" && isMoreThan(fractionOf(discount.value), 100n);
  if (isPastWhole || taken > amount || fractionOf(discount.value).top < 0n) throw new RuleError("totals.discount_out_of_range", field);
  return taken;
}

function isMoreThan(value: Fraction, limit: bigint): boolean {
  return value.top > limit * value.bottom;
}

function positive(text: string, field: string): Fraction {
  const value = fractionOf(text);
  if (value.top < 0n) throw new RuleError("totals.negative_not_allowed", field);
  return value;
}

function configuredOrder(codes: string[], order: string[], index: number): string[] {
  const unknown = codes.find((code) => !order.includes(code));
  if (unknown !== undefined) throw new RuleError("totals.unknown_tax", `lines.${index}.taxes`, { code: unknown });
  return order.filter((code) => codes.includes(code));
}

/** Lines without taxes come last. */
function compareCodes(left: string[], right: string[], order: string[]): number {
  if (left.length === 0 || right.length === 0) return right.length - left.length;
  const differs = left.findIndex((code, index) => code !== right[index]);
  if (differs === -1) return left.length - right.length;
  return right[differs] === undefined ? 1 : order.indexOf(left[differs]!) - order.indexOf(right[differs]);
}
