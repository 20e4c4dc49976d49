import Big from "big.js";
import { RuleError } from "@/lib/core/errors";

export type RoundingMode = "half_up" | "half_even";
/** `groupsFrom` is how many digits a whole number needs to be grouped: 4 unless told. */
export type DecimalFormat = { decimal: string; group: string; groupsFrom?: number };

const plain = /^-?\d+(\.\d+)?$/;
const bigMode = { half_up: Big.roundHalfUp, half_even: Big.roundHalfEven } as const;

/** Canonical decimal text: "12", "0.5", never an exponent, a leading "+" or a trailing zero. Throws RangeError on anything else. */
export function parseDecimal(text: string): string {
  if (!plain.test(text)) throw new RangeError(`not a decimal: ${text}`);
  return canonical(new Big(text));
}

export function isDecimal(text: string): boolean {
  return plain.test(text);
}

export function compareDecimals(left: string, right: string): -1 | 0 | 1 {
  return new Big(parseDecimal(left)).cmp(parseDecimal(right));
}

export function addDecimals(...texts: string[]): string {
  return canonical(texts.reduce((sum, text) => sum.plus(parseDecimal(text)), new Big(0)));
}

export function subtractDecimals(left: string, right: string): string {
  return canonical(new Big(parseDecimal(left)).minus(parseDecimal(right)));
}

export function multiplyDecimals(left: string, right: string): string {
  return canonical(new Big(parseDecimal(left)).times(parseDecimal(right)));
}

/** Half up rounds ties away from zero. */
export function roundTo(text: string, decimals: number, mode: RoundingMode): string {
  return canonical(new Big(parseDecimal(text)).round(decimals, bigMode[mode]));
}

/** How many digits stand after the point once trailing zeros are gone. */
export function decimalsIn(text: string): number {
  return parseDecimal(text).split(".")[1]?.length ?? 0;
}

/** No document comes to more, so that the sums of many stay within what can be kept. */
export const mostMinor = 10 ** 13;

/** Integer minor units. Throws RangeError on more decimals than the currency has, RuleError at `field` when the amount is too large to keep. */
export function toMinor(text: string, decimals: number, field = ""): number {
  const units = new Big(parseDecimal(text)).times(new Big(10).pow(decimals));
  if (!units.round(0).eq(units)) throw new RangeError(`${text} has more than ${decimals} decimals`);
  if (units.abs().gt(mostMinor)) throw new RuleError("money.too_large", field);
  return Number(canonical(units));
}

/** Canonical text of integer minor units: (1600, 2) is "16". `fixedDecimals` gives "16.00". A sum of many may be past what is exact. */
export function fromMinor(minor: number, decimals: number): string {
  if (!Number.isInteger(minor)) throw new RangeError(`not integer minor units: ${minor}`);
  if (decimals === 2 && Number.isSafeInteger(minor)) return hundredths(minor);
  return canonical(new Big(minor).div(new Big(10).pow(decimals)));
}

/** The same amount with every decimal written out. Throws RangeError rather than round. */
export function fixedDecimals(text: string, decimals: number): string {
  if (decimalsIn(text) > decimals) throw new RangeError(`${text} has more than ${decimals} decimals`);
  return new Big(parseDecimal(text)).toFixed(decimals);
}

/** An amount as it is written in columns, with every decimal and its thousands apart. */
export function groupedDecimal(text: string, decimals: number, { decimal, group, groupsFrom = 4 }: DecimalFormat): string {
  const [whole = "", fraction] = fixedDecimals(text, decimals).split(".");
  const grouped = whole.replace("-", "").length < groupsFrom ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : grouped + decimal + fraction;
}

/** What a person typed, read by the given separators. Undefined when it does not fit them: "12.5" is not twelve and a half where "." groups. */
export function readDecimal(typed: string, { decimal, group }: DecimalFormat): string | undefined {
  const text = typed.trim().replace(/[\s\u00a0\u202f]/g, group.trim() === "" ? " " : "_");
  const parts = new RegExp(`^(-?)(\\d{1,3}(?:${literal(group)}\\d{3})+|\\d*)(?:${literal(decimal)}(\\d+))?$`).exec(text);
  if (!parts) return undefined;
  const [, sign = "", grouped = "", fraction = ""] = parts;
  const whole = grouped.replace(/\D/g, "");
  if (whole === "" && fraction === "") return undefined;
  return parseDecimal(`${sign}${whole || "0"}.${fraction || "0"}`);
}

/** By far the most amounts, and a list that goes out has hundreds of thousands. */
function hundredths(minor: number): string {
  const [whole, rest] = [Math.trunc(minor / 100), Math.abs(minor % 100)];
  const sign = minor < 0 && whole === 0 ? "-" : "";
  if (rest === 0) return `${whole + 0}`;
  return `${sign}${whole}.${rest % 10 === 0 ? rest / 10 : String(rest).padStart(2, "0")}`;
}

function literal(separator: string): string {
  if (separator.trim() === "") return " ";
  return separator.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function canonical(value: Big): string {
  if (value.eq(0)) return "0";
  const text = value.toFixed();
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
