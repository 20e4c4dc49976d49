import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allocate } from "@/lib/core/allocate";
import { totals } from "@/lib/documents/totals";
import type { TotalsInput } from "@/lib/documents/totals/types";

type Raw = Record<string, unknown> & { id: string; title: string };
type Vector = TotalsInput & { id: string; title: string; expected?: Record<string, unknown>; expectedError?: string };

const file = JSON.parse(readFileSync(new URL("../../data/tax-vectors.json", import.meta.url), "utf8")) as { vectors: Raw[]; sequences: Raw[] };
const vectors = file.vectors.map((vector) => camelKeys(vector) as Vector);
const errors: Record<string, string> = {
  DISCOUNT_OUT_OF_RANGE: "totals.discount_out_of_range",
  NEGATIVE_NOT_ALLOWED: "totals.negative_not_allowed",
};

test("every published vector is here", () => {
  expect(vectors).toHaveLength(35);
  expect(vectors.filter((vector) => vector.expectedError)).toHaveLength(3);
});

test.each(vectors.filter((vector) => vector.expected))("$id $title", (vector) => {
  expect(totals(vector)).toEqual(vector.expected);
});

test.each(vectors.filter((vector) => vector.expectedError))("$id $title", (vector) => {
  expect(() => totals(vector)).toThrow(errors[vector.expectedError!]);
});

test("a vector with one changed cent fails", () => {
  const vector = vectorCalled("V04");
  expect(totals(vector)).not.toEqual({ ...vector.expected, total: "116.00" });
});

test("computing again from the same inputs gives the same outputs, and the inputs stay as they were", () => {
  const vector = vectorCalled("V34");
  const before = structuredClone(vector);
  expect(totals(vector)).toEqual(totals(vector));
  expect(vector).toEqual(before);
});

describe("sequences", () => {
  test.each(["S01", "S02", "S03"])("%s splits by largest remainder", (id) => {
    const { total, weights, decimals, expected } = sequence(id) as unknown as { total: string; weights: string[]; decimals: number; expected: string[] };
    expect(allocate(total, weights, decimals)).toEqual(expected);
  });

  test("S05 crediting the stored lines one by one gives back the whole invoice", () => {
    const invoice = totals(vectorCalled("V04"));
    const { expected } = sequence("S05") as unknown as { expected: { net: string; tax: string; total: string }[] };
    expect(invoice.lines.map((line) => ({ net: line.net, tax: line.taxes.IVA16, total: line.total }))).toEqual(expected);
  });

  test("S12 invoicing an order line in parts adds up to it", () => {
    const nets = ["4", "3", "3"].map((quantity) => totals(pricedAt("7.77", quantity)).netTotal);
    expect(nets).toEqual(["31.08", "23.31", "23.31"]);
  });
});

function vectorCalled(id: string): Vector {
  return vectors.find((vector) => vector.id === id)!;
}

function sequence(id: string): Record<string, unknown> {
  return camelKeys(file.sequences.find((each) => each.id === id)!) as Record<string, unknown>;
}

function pricedAt(unitPrice: string, quantity: string): TotalsInput {
  return { decimals: 2, priceMode: "tax_excluded", rounding: { mode: "half_up", taxScope: "rate" }, taxes: {}, lines: [{ quantity, unitPrice, taxes: [] }] };
}

/** The codes of taxes are data, in capitals, and stay as they are. */
function camelKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camel(key), camelKeys(inner)]));
}

function camel(key: string): string {
  return /[A-Z]/.test(key) ? key : key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
