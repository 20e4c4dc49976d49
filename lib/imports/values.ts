import { isDay } from "@/lib/core/dates";

export const numberFormats = ["1.234,56", "1,234.56"] as const;
export const dateFormats = ["dd/mm/aaaa", "mm/dd/aaaa", "aaaa-mm-dd"] as const;
export type NumberFormat = (typeof numberFormats)[number];
export type DateFormat = (typeof dateFormats)[number];

/** Blanks (also the narrow ones) and apostrophes group thousands in either format. */
const shapes: Record<NumberFormat, RegExp> = {
  "1.234,56": /^-?(\d+|\d{1,3}([.\s'’]\d{3})+)(,\d+)?$/,
  "1,234.56": /^-?(\d+|\d{1,3}([,\s'’]\d{3})+)(\.\d+)?$/,
};

/** As our countries write them: before the amount, or after it. */
const currencySign = /^(-?)\s*(?:[A-Za-z]{0,3}\p{Sc}|[SB]\/\.?|Bs\.?|Gs\.?|Q)\s*(?=-?[\d.,])/u;
const trailingSign = /\s*\p{Sc}$/u;

/** Canonical decimal text, or undefined when the text is no number in that format. */
export function readNumber(text: string, format: NumberFormat): string | undefined {
  const bare = text.trim().replace(currencySign, "$1").replace(trailingSign, "");
  if (!shapes[format].test(bare)) return undefined;
  const [whole, fraction = ""] = bare.split(format === "1.234,56" ? "," : ".") as [string, string?];
  const trimmed = fraction.replace(/0+$/, "");
  const digits = whole.replaceAll(/\D/g, "").replace(/^0+(?=\d)/, "");
  const isZero = digits === "0" && trimmed === "";
  return `${whole.startsWith("-") && !isZero ? "-" : ""}${digits}${trimmed && `.${trimmed}`}`;
}

/** An ISO date, or undefined when there is no such day in that format. ISO itself is always understood; years have four digits. */
export function readDate(text: string, format: DateFormat): string | undefined {
  const bare = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(bare);
  if (iso) return existing(iso[1]!, iso[2]!, iso[3]!);
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(bare);
  if (!parts || format === "aaaa-mm-dd") return undefined;
  const [, first, , second, year] = parts as unknown as [string, string, string, string, string];
  return format === "dd/mm/aaaa" ? existing(year, second, first) : existing(year, first, second);
}

/** `true` and `false` in the words spreadsheets and people use, or undefined. */
export function readBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

const yes = new Set(["1", "sí", "si", "s", "x", "true", "verdadero", "yes", "y"]);
const no = new Set(["0", "no", "n", "false", "falso"]);

function existing(year: string, month: string, day: string) {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(date) ? date : undefined;
}
