import fc from "fast-check";
import { expect, test } from "vitest";
import { currencies, decimalsOf } from "@/lib/core/currencies";
import {
  addDecimals,
  compareDecimals,
  fixedDecimals,
  fromMinor,
  mostMinor,
  multiplyDecimals,
  parseDecimal,
  readDecimal,
  roundTo,
  toMinor,
} from "@/lib/core/decimal";

test.each([
  ["12", "12"],
  ["12.00", "12"],
  ["0.50", "0.5"],
  ["007.10", "7.1"],
  ["-0.00", "0"],
  ["-3.140", "-3.14"],
  ["100", "100"],
  ["0.0000000001", "0.0000000001"],
  ["123456789012345678901234567890", "123456789012345678901234567890"],
])("%s is written %s", (text, canonical) => {
  expect(parseDecimal(text)).toBe(canonical);
});

test.each(["", " ", "1e3", "1,5", "+1", ".5", "5.", "0x10", "NaN", "Infinity", "1 000", "--1", "١"])("%j is no decimal", (text) => {
  expect(() => parseDecimal(text)).toThrow(RangeError);
});

test("sums and products are exact", () => {
  expect(addDecimals("0.1", "0.2")).toBe("0.3");
  expect(multiplyDecimals("0.1", "0.000001")).toBe("0.0000001");
  expect(multiplyDecimals("999999999.999999", "1.0000000001")).toBe("1000000000.0999989999999999");
  expect(compareDecimals("2", "10")).toBe(-1);
});

test.each([
  ["10.605", "10.61", "10.6"],
  ["10.615", "10.62", "10.62"],
  ["10.6051", "10.61", "10.61"],
  ["-0.005", "-0.01", "0"],
])("%s rounds half up to %s and half even to %s", (text, up, even) => {
  expect(roundTo(text, 2, "half_up")).toBe(up);
  expect(roundTo(text, 2, "half_even")).toBe(even);
});

test("minor units go and come back, in canonical text", () => {
  const units = fc.oneof(fc.integer({ min: -mostMinor, max: mostMinor }), fc.integer({ min: -2_000, max: 2_000 }));
  fc.assert(
    fc.property(units, fc.constantFrom(0, 2, 3, 4), (minor, decimals) => {
      expect(parseDecimal(fromMinor(minor, decimals))).toBe(fromMinor(minor, decimals));
      expect(toMinor(fromMinor(minor, decimals), decimals)).toBe(minor + 0);
    }),
    { numRuns: 500 },
  );
});

test("minor units refuse what they cannot hold", () => {
  expect(toMinor("100000000000", 2)).toBe(mostMinor);
  expect(() => toMinor("100000000000.01", 2)).toThrow("money.too_large");
  expect(() => toMinor("1.005", 2)).toThrow(RangeError);
  expect(() => fromMinor(0.5, 2)).toThrow(RangeError);
  expect(fixedDecimals(fromMinor(1600, 2), 2)).toBe("16.00");
  expect(fromMinor(10 ** 16, 2)).toBe("100000000000000");
});

const comma = { decimal: ",", group: "." };
const point = { decimal: ".", group: "," };
const space = { decimal: ",", group: " " };

test.each([
  ["1.234,56", comma, "1234.56"],
  ["1234,5", comma, "1234.5"],
  ["1.234", comma, "1234"],
  [",5", comma, "0.5"],
  ["12.5", comma, undefined],
  ["1,234.56", comma, undefined],
  ["1.23.456", comma, undefined],
  ["1,234.56", point, "1234.56"],
  ["-1,234,567", point, "-1234567"],
  ["1.234,56", point, undefined],
  ["1 234,5", space, "1234.5"],
  ["1\u00a0234,5", space, "1234.5"],
  ["1 234", comma, undefined],
  ["-", comma, undefined],
  ["", point, undefined],
] as const)("%j is read by its country", (typed, format, value) => {
  expect(readDecimal(typed, format)).toBe(value);
});

test("currencies have their own decimals and nobody guesses", () => {
  expect([decimalsOf("COP"), decimalsOf("CLP"), decimalsOf("PYG"), decimalsOf("MXN"), decimalsOf("CLF")]).toEqual([2, 0, 0, 2, 4]);
  expect(currencies).toHaveLength(18);
  expect(() => decimalsOf("XYZ")).toThrow(RangeError);
  expect(() => decimalsOf("toString")).toThrow(RangeError);
});
