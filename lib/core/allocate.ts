import { fractionOf, roundToUnits, sumOf, unitsText } from "@/lib/core/exact";

/** Splits an amount by largest remainder, so the parts always add up to it. Ties go to the lowest index. */
export function allocate(total: string, weights: readonly string[], decimals: number): string[] {
  const fractions = weights.map(fractionOf);
  const bottom = fractions.reduce((largest, each) => (each.bottom > largest ? each.bottom : largest), 1n);
  const scaled = fractions.map((each) => each.top * (bottom / each.bottom));
  return allocateUnits(roundToUnits(fractionOf(total), decimals, "half_up"), scaled).map((part) => unitsText(part, decimals));
}

/** The same over integer units. Throws RangeError when there is something to split and nothing to split it by. */
export function allocateUnits(total: bigint, weights: readonly bigint[]): bigint[] {
  if (total === 0n) return weights.map(() => 0n);
  const sum = sumOf(weights);
  if (total < 0n || sum === 0n || weights.some((weight) => weight < 0n)) throw new RangeError("nothing to allocate by");

  const parts = weights.map((weight) => (total * weight) / sum);
  const left = Number(total - sumOf(parts));
  for (const index of byLargestRemainder(total, weights, sum).slice(0, left)) parts[index]! += 1n;
  return parts;
}

function byLargestRemainder(total: bigint, weights: readonly bigint[], sum: bigint): number[] {
  const remainders = weights.map((weight) => (total * weight) % sum);
  return remainders.map((_, index) => index).sort((left, right) => descending(remainders[left]!, remainders[right]!));
}

function descending(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left > right ? -1 : 1;
}
