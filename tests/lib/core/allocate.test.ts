import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate, allocateUnits } from "@/lib/core/allocate";
import { sumOf } from "@/lib/core/exact";

test("ties go to the lowest index", () => {
  expect(allocateUnits(1n, [1n, 1n, 1n])).toEqual([1n, 0n, 0n]);
  expect(allocateUnits(2n, [1n, 3n])).toEqual([1n, 1n]);
});

test("the largest remainder gets the unit", () => {
  expect(allocate("0.05", ["0.10", "0.20"], 2)).toEqual(["0.02", "0.03"]);
  expect(allocate("10", ["0", "1.5", "0.5"], 0)).toEqual(["0", "8", "2"]);
});

test("there must be something to split by", () => {
  expect(allocateUnits(0n, [0n, 0n])).toEqual([0n, 0n]);
  expect(() => allocateUnits(1n, [0n])).toThrow(RangeError);
  expect(() => allocateUnits(1n, [])).toThrow(RangeError);
  expect(() => allocateUnits(-1n, [1n])).toThrow(RangeError);
  expect(() => allocateUnits(1n, [2n, -1n])).toThrow(RangeError);
});

test("parts add up, and each is within a unit of its share", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 15n), fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 50 }), (total, weights) => {
      const sum = sumOf(weights);
      fc.pre(sum > 0n);
      const parts = allocateUnits(total, weights);
      expect(sumOf(parts)).toBe(total);
      parts.forEach((part, index) => {
        const floor = (total * weights[index]!) / sum;
        expect(part === floor || (part === floor + 1n && (total * weights[index]!) % sum > 0n)).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
});
