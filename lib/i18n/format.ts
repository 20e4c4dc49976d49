import { currencyDecimals, isCurrency } from "@/lib/core/currencies";
import { daysBetween, isDay, wallTime, weekday } from "@/lib/core/dates";
import { current } from "./current";
import type { Pack } from "./packs/types";
import { t } from "./words";

// Separators, symbols and the hour cycle come from the pack: Intl has them wrong for several of our countries.

const minus = "\u2212";
const longestNumber = 40;

/** In the company's currency unless told; a foreign one shows its code. Cents an amount has are never hidden. */
export function formatMoney(amount: string, currency: string = current().currency): string {
  const { pack } = current();
  const { isNegative, whole, fraction } = partsOf(amount);
  const digits = written(whole, padded(fraction, decimalsOf(currency, fraction)));
  return `${isNegative ? minus : ""}${beside(digits, currency === pack.currency ? pack : { symbol: `${currency}\u00a0` })}`;
}

/** The amount alone, for columns whose head or foot names the currency. */
export function formatAmount(amount: string, currency: string = current().currency): string {
  const { isNegative, whole, fraction } = partsOf(amount);
  return `${isNegative ? minus : ""}${written(whole, padded(fraction, decimalsOf(currency, fraction)))}`;
}

/** Several as one enumeration: «a, b y c», or with «o». */
export function listed(texts: readonly string[], type: "conjunction" | "disjunction" = "conjunction"): string {
  return new Intl.ListFormat(current().locale, { type }).format(texts);
}

/** As many decimals as it came with. */
export function formatNumber(number: string): string {
  const { isNegative, whole, fraction } = partsOf(number);
  return `${isNegative ? minus : ""}${written(whole, fraction)}`;
}

/** What a file weighs, as people say it. */
export function sizeText(bytes: number): string {
  return bytes < 1_048_576 ? `${formatNumber(String(Math.max(1, Math.round(bytes / 1024))))} KB` : `${formatNumber((bytes / 1_048_576).toFixed(1))} MB`;
}

/** `percent` is percent: "16" is 16 %. */
export function formatPercent(percent: string): string {
  const { isNegative, whole, fraction } = partsOf(percent);
  return `${isNegative ? minus : ""}${written(whole, fraction.replace(/0+$/, ""))}\u00a0%`;
}

/** A number as a person would type it in a field: no grouping. */
export function typedNumber(number: string): string {
  const { isNegative, whole, fraction } = partsOf(number);
  return `${isNegative ? "-" : ""}${whole}${fraction && current().pack.decimal + fraction}`;
}

/** "18:07" as the pack says hours: 18:07 or 6:07 p. m. */
export function formatTime(time: string): string {
  const [hours = "", minutes = ""] = time.split(":");
  if (!isTime(time)) throw new Error(`Not a time: ${time}`);
  if (current().pack.hourCycle === 24) return `${hours}:${minutes}`;
  const half = Number(hours) < 12 ? t("formats.morning") : t("formats.afternoon");
  return `${Number(hours) % 12 || 12}:${minutes}\u00a0${half.replaceAll(" ", "\u00a0")}`;
}

/** An instant in milliseconds, on the viewer's clock. */
export function formatInstant(instant: number): string {
  const [date = "", time = ""] = wallTime(instant, current().zone).split("T");
  return `${formatDate(date)} ${formatTime(time)}`;
}

/** "2026-07-05" as 05/07/2026. */
export function formatDate(date: string): string {
  const { year, month, day } = piecesOf(date);
  return current().pack.datePattern.replace("yyyy", year).replace("mm", month).replace("dd", day);
}

/** 5 de julio de 2026. */
export function longDate(date: string): string {
  const { year, month, day } = piecesOf(date);
  return t("formats.long_date", { day: Number(day), month: monthName(Number(month)), year });
}

/** domingo 5 de julio de 2026. */
export function longDateWithWeekday(date: string): string {
  const { year, month, day } = piecesOf(date);
  return t("formats.long_date_with_weekday", { weekday: weekdayName(weekday(date)), day: Number(day), month: monthName(Number(month)), year });
}

/** julio de 2026. */
export function monthOfYear(date: string): string {
  const { year, month } = piecesOf(date);
  return t("formats.month_of_year", { month: monthName(Number(month)), year });
}

/** hoy, ayer, mañana, hace 3 días, en 3 días. */
export function relativeDay(date: string, today: string): string {
  const days = daysBetween(today, date);
  if (days === 0) return t("formats.today");
  if (days === -1) return t("formats.yesterday");
  if (days === 1) return t("formats.tomorrow");
  return days < 0 ? t("formats.days_ago", { days: -days }) : t("formats.in_days", { days });
}

/** 1 is January. */
export function monthName(month: number, width: "long" | "short" = "long"): string {
  return nameIn({ month: width }, Date.UTC(2024, month - 1, 1));
}

/** 1 is Monday, 7 Sunday. */
export function weekdayName(number: number, width: "long" | "short" = "long"): string {
  return nameIn({ weekday: width }, Date.UTC(2024, 0, number));
}

/** Decimal text of what was typed by the pack's own separators; undefined when it is not a number by them. */
export function readNumber(typed: string): string | undefined {
  const { pack } = current();
  const text = typed.replace(/[\s\u00a0\u202f]/g, "").replace("\u2212", "-");
  const bare = text.replace(pack.symbol.trim(), "");
  const [group, decimal] = [`\\${pack.group}`, `\\${pack.decimal}`];
  const match = new RegExp(`^(-?)((?:\\d{1,3}(?:${group}\\d{3})+|\\d+))?(?:${decimal}(\\d+))?$`).exec(bare);
  if (!match || bare.length > longestNumber || !/\d/.test(bare)) return undefined;

  const [, sign = "", whole = "", fraction = ""] = match;
  const digits = whole.replaceAll(pack.group, "").replace(/^0+(?=\d)/, "") || "0";
  const number = fraction ? `${digits}.${fraction}` : digits;
  return /[1-9]/.test(number) ? sign + number : number;
}

/** "YYYY-MM-DD" of a date typed by the pack's pattern, or as a date field posts it; undefined when there is no such day. */
export function readDate(typed: string): string | undefined {
  const text = typed.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dateFrom(text.split("-"));
  const pieces = text.split(/[/.-]/);
  const names = current().pack.datePattern.split(/[/-]/);
  if (pieces.length !== 3) return undefined;
  const piece = (name: string) => pieces[names.indexOf(name)] ?? "";
  return dateFrom([piece("yyyy"), piece("mm"), piece("dd")]);
}

/** Joins year, month and day when there is such a day; the year takes four digits. */
function dateFrom([year = "", month = "", day = ""]: string[]): string | undefined {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(date) ? date : undefined;
}

function piecesOf(date: string) {
  if (!isDay(date)) throw new Error(`Not a date: ${date}`);
  const [year = "", month = "", day = ""] = date.split("-");
  return { year, month, day };
}

const named = new Map<string, Intl.DateTimeFormat>();

function nameIn(options: { month?: "long" | "short"; weekday?: "long" | "short" }, instant: number) {
  const { locale } = current();
  const key = `${locale}${JSON.stringify(options)}`;
  const formatter = named.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  named.set(key, formatter);
  return formatter.format(instant).replace(/\.$/, "");
}

function isTime(time: string) {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}

function decimalsOf(currency: string, fraction: string) {
  const { pack } = current();
  if (currency === pack.currency && /^0*$/.test(fraction)) return pack.decimals;
  return isCurrency(currency) ? currencyDecimals[currency] : 2;
}

function partsOf(number: string) {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number);
  if (!match) throw new Error(`Not decimal text: ${number}`);
  const [, sign, whole = "", fraction = ""] = match;
  return { isNegative: sign === "-" && /[1-9]/.test(number), whole, fraction };
}

/** Zeros beyond what is shown are dropped; digits are not, so nothing is rounded here. */
function padded(fraction: string, decimals: number) {
  return fraction.replace(/0+$/, "").padEnd(decimals, "0");
}

function beside(digits: string, { symbol, symbolPlace }: Pick<Pack, "symbol" | "symbolPlace">) {
  return symbolPlace === "after" ? digits + symbol : symbol + digits;
}

function written(whole: string, fraction: string) {
  const { pack } = current();
  const grouped = whole.length < (pack.groupsFrom ?? 4) ? whole : whole.replace(/\B(?=(\d{3})+$)/g, pack.group);
  return fraction ? `${grouped}${pack.decimal}${fraction}` : grouped;
}
