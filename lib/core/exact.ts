import { parseDecimal, type RoundingMode } from "@/lib/core/decimal";

/** An exact ratio of integers, for the one thing decimal text cannot hold: a division. The bottom is always positive. */
export type Fraction = { top: bigint; bottom: bigint };
export type UnitRounding = RoundingMode | "half_down";

/** Reads decimal text, or a ratio such as "2/3". */
export function fractionOf(text: string): Fraction {
  const [top = "", bottom] = text.split("/");
  if (bottom === undefined) return decimalFraction(top);
  return divide(decimalFraction(top), decimalFraction(bottom));
}

export function percentOf(text: string): Fraction {
  const { top, bottom } = fractionOf(text);
  return { top, bottom: bottom * 100n };
}

export function wholeFraction(units: bigint): Fraction {
  return { top: units, bottom: 1n };
}

export function plus(left: Fraction, right: Fraction): Fraction {
  if (left.bottom === right.bottom) return { top: left.top + right.top, bottom: left.bottom };
  return { top: left.top * right.bottom + right.top * left.bottom, bottom: left.bottom * right.bottom };
}

export function minus(left: Fraction, right: Fraction): Fraction {
  return plus(left, { top: -right.top, bottom: right.bottom });
}

export function times(left: Fraction, right: Fraction): Fraction {
  return { top: left.top * right.top, bottom: left.bottom * right.bottom };
}

export function divide(left: Fraction, right: Fraction): Fraction {
  if (right.top <= 0n) throw new RangeError("the divisor must be positive");
  return { top: left.top * right.bottom, bottom: left.bottom * right.top };
}

/** The nearest integer; ties go away from zero, to the even one, or towards zero. */
export function roundFraction({ top, bottom }: Fraction, mode: UnitRounding): bigint {
  if (top < 0n) return -roundFraction({ top: -top, bottom }, mode);
  const floor = top / bottom;
  const twice = (top % bottom) * 2n;
  if (twice === bottom) return floor + tie(floor, mode);
  return twice > bottom ? floor + 1n : floor;
}

/** An amount of money in integer minor units. */
export function roundToUnits(amount: Fraction, decimals: number, mode: UnitRounding): bigint {
  return roundFraction({ top: amount.top * 10n ** BigInt(decimals), bottom: amount.bottom }, mode);
}

/** Minor units as text with every decimal written out: (1600n, 2) is "16.00". */
export function unitsText(units: bigint, decimals: number): string {
  if (units < 0n) return `-${unitsText(-units, decimals)}`;
  const digits = units.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

export function sumOf(units: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const unit of units) sum += unit;
  return sum;
}

function tie(floor: bigint, mode: UnitRounding): bigint {
  if (mode === "half_even") return floor % 2n;
  return mode === "half_up" ? 1n : 0n;
}

function decimalFraction(text: string): Fraction {
  const [whole = "", decimals = ""] = parseDecimal(text).split(".");
  return { top: BigInt(whole + decimals), bottom: 10n ** BigInt(decimals.length) };
}
