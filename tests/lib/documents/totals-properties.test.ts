import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { allocate } from "@/lib/core/allocate";
import { addDecimals, compareDecimals, subtractDecimals } from "@/lib/core/decimal";
import { RuleError } from "@/lib/core/errors";
import { totals } from "@/lib/documents/totals";
import type { TaxRule, TotalsInput, TotalsOutput } from "@/lib/documents/totals/types";
import { allocateOldestFirst } from "@/lib/receipts/rules";
import { documents, scaled } from "./arbitrary";

const seed = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = { seed, numRuns: Number(process.env.PROPERTY_RUNS ?? 500) };
const computed = { documents: 0, refused: 0 };

console.info(`totals properties: PROPERTY_SEED=${seed}`);

afterAll(() => {
  // A property over documents that are nearly all refused would prove nothing.
  expect(computed.documents).toBeGreaterThan(computed.refused * 3);
});

holds("gross less discounts is net, plus the taxes prices hold", (input) => {
  const result = compute(input);
  if (!result) return;
  const held = input.priceMode === "tax_included" ? result.taxTotal : "0";
  same(subtractDecimals(result.grossTotal, result.discountTotal), addDecimals(result.netTotal, held));
  for (const line of result.lines) {
    const lineHeld = input.priceMode === "tax_included" ? addDecimals(...Object.values(line.taxes)) : "0";
    same(subtractDecimals(line.gross, addDecimals(line.discount, line.documentDiscountShare)), addDecimals(line.net, lineHeld));
  }
});

holds("lines add up to every total", (input) => {
  const result = compute(input);
  if (!result) return;
  same(addDecimals(...result.lines.map((line) => line.net)), result.netTotal);
  for (const tax of result.taxTotals) same(addDecimals(...result.lines.map((line) => line.taxes[tax.code] ?? "0")), tax.amount);
  same(addDecimals(...result.taxTotals.map((tax) => tax.amount)), result.taxTotal);
  same(addDecimals(...result.lines.map((line) => line.total)), addDecimals(result.netTotal, result.taxTotal));
});

holds("net and tax less withholdings is the total, and then the amount due", (input) => {
  const result = compute(input);
  if (!result) return;
  const kept = (effect: string) => addDecimals(...result.withholdings.filter((each) => each.effect === effect).map((each) => each.amount));
  same(subtractDecimals(addDecimals(result.netTotal, result.taxTotal), kept("reduces_total")), result.total);
  same(subtractDecimals(result.total, kept("reduces_amount_due")), result.amountDue);
});

holds("nothing on a line is negative", (input) => {
  const result = compute(input);
  if (!result) return;
  const amounts = result.lines.flatMap((line) => [line.gross, line.discount, line.documentDiscountShare, line.net, line.total, ...Object.values(line.taxes)]);
  for (const amount of [...amounts, result.total, result.amountDue]) expect(compareDecimals(amount, "0")).not.toBe(-1);
});

holds("the functional buckets add up to the functional total", (input) => {
  const functional = compute(input)?.functional;
  if (!functional) return;
  const reducing = (input.withholdings ?? []).flatMap((each, index) => (each.effect === "reduces_total" ? functional.withholdings[index]!.amount : []));
  same(subtractDecimals(addDecimals(functional.netTotal, functional.taxTotal), addDecimals(...reducing)), functional.total);
  expect(compareDecimals(functional.netTotal, "0")).not.toBe(-1);
});

holds("computing twice gives the same", (input) => {
  expect(compute(structuredClone(input))).toEqual(compute(input));
});

test("moving lines changes no total of a document rounded by rate", () => {
  fc.assert(
    fc.property(documents("rate"), fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (input, keys) => {
      const order = input.lines.map((_, index) => index).sort((left, right) => keys[left]! - keys[right]!);
      const { lines: _, ...before } = compute(input) ?? { lines: [] };
      const { lines: __, ...after } = compute({ ...input, lines: order.map((index) => input.lines[index]!) }) ?? { lines: [] };
      expect(after).toEqual(before);
    }),
    runs,
  );
});

test("splitting a line in two changes the net by one unit at most", () => {
  fc.assert(
    fc.property(documents("rate"), fc.nat(), fc.nat(), (input, first, second) => {
      const whole = { ...input, documentDiscount: undefined, withholdings: [], taxes: percentOnly(input.taxes) };
      const line = { ...input.lines[0]!, discount: undefined };
      const parts = [first, second].map((part) => ({ ...line, quantity: scaled(part % 100_000, 3) }));
      const joined = { ...line, quantity: addDecimals(...parts.map((part) => part.quantity)) };
      const difference = subtractDecimals(totals({ ...whole, lines: [joined] }).netTotal, totals({ ...whole, lines: parts }).netTotal);
      expect(compareDecimals(difference.replace("-", ""), scaled(1, input.decimals))).not.toBe(1);
    }),
    runs,
  );
});

test("instalments add up to the total, and the first ones get the extra units", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 13n), fc.integer({ min: 1, max: 60 }), fc.constantFrom(0, 2, 3), (units, count, decimals) => {
      const total = scaled(units, decimals);
      const parts = allocate(total, Array<string>(count).fill("1"), decimals);
      same(addDecimals(...parts), total);
      for (const [index, part] of parts.slice(1).entries()) expect(compareDecimals(part, parts[index]!)).not.toBe(1);
    }),
    runs,
  );
});

test("a receipt pays no more than it holds, nor more than any invoice owes, and the oldest first", () => {
  fc.assert(
    fc.property(fc.nat({ max: 10 ** 12 }), fc.array(fc.nat({ max: 10 ** 11 }), { maxLength: 40 }), (amount, balances) => {
      const { allocations, unallocated } = allocateOldestFirst(amount, balances);
      expect(allocations.reduce((sum, part) => sum + part, unallocated)).toBe(amount);
      const firstOpen = allocations.findIndex((part, index) => part < balances[index]!);
      if (firstOpen !== -1) expect(allocations.slice(firstOpen + 1).every((part) => part === 0) && unallocated === 0).toBe(true);
      expect(allocations.every((part, index) => part <= balances[index]!)).toBe(true);
    }),
    runs,
  );
});

function holds(name: string, property: (input: TotalsInput) => void) {
  test(name, () => fc.assert(fc.property(documents(), property), runs));
}

function compute(input: TotalsInput): TotalsOutput | undefined {
  try {
    const result = totals(input);
    computed.documents++;
    return result;
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    computed.refused++;
    return undefined;
  }
}

function percentOnly(taxes: Record<string, TaxRule>): Record<string, TaxRule> {
  return Object.fromEntries(Object.entries(taxes).map(([code, tax]) => [code, tax.kind === "fixed_per_unit" ? { ...tax, rate: "0" } : tax]));
}

function same(left: string, right: string) {
  expect(compareDecimals(left, right), `${left} and ${right}`).toBe(0);
}
