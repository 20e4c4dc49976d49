import { current } from "./current";
import { t } from "./words";

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
  return t("formats.long_date_with_weekday", { weekday: weekdayName(weekdayOf(date)), day: Number(day), month: monthName(Number(month)), year });
}

/** julio de 2026. */
export function monthOfYear(date: string): string {
  const { year, month } = piecesOf(date);
  return t("formats.month_of_year", { month: monthName(Number(month)), year });
}

/** hoy, ayer, mañana, hace 3 días, en 3 días. */
export function relativeDay(date: string, today: string): string {
  const days = dayNumber(date) - dayNumber(today);
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
export function weekdayName(weekday: number, width: "long" | "short" = "long"): string {
  return nameIn({ weekday: width }, Date.UTC(2024, 0, weekday));
}

/** Joins year, month and day when there is such a day; the year takes four digits. */
export function dateFrom([year = "", month = "", day = ""]: string[]): string | undefined {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const instant = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date) ? date : undefined;
}

function weekdayOf(date: string) {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

function dayNumber(date: string) {
  piecesOf(date);
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function piecesOf(date: string) {
  const [year = "", month = "", day = ""] = date.split("-");
  if (dateFrom([year, month, day]) !== date) throw new Error(`Not a date: ${date}`);
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
