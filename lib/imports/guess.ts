import { type DateFormat, dateFormats, type NumberFormat, numberFormats, readDate, readNumber } from "./values";

export const guessRows = 500;

export type Formats = { numberFormat: NumberFormat; dateFormat: DateFormat };
export type Facts = {
  kind: "csv" | "xlsx";
  columns: number;
  /** The first rows of the file, `guessRows` at most. */
  rows: string[][];
  /** The company's own formats, which hold when the file does not say otherwise. */
  numberFormat: NumberFormat;
  dateFormat: DateFormat;
};
export type Sample = { text: string; means: string };
export type Guess = {
  /** "NULL" when some column holds it, else "". */
  nullText: string;
  nullColumns: number[];
  numberFormat: NumberFormat;
  numberSamples: Sample[];
  dateFormat: DateFormat;
  dateSamples: Sample[];
};

const nothing = "NULL";

/** Proposes how the file writes what is empty, numbers and dates, with samples of what would be understood. */
export function guessFormats(facts: Facts): Guess {
  const { columns, rows } = facts;
  const nullColumns = indexes(columns).filter((index) => rows.some((row) => row[index]?.trim() === nothing));
  const formats = facts.kind === "xlsx" ? canonical : likeliestFormats(facts);
  return { nullText: nullColumns.length > 0 ? nothing : "", nullColumns, ...formats, ...formatSamples(facts, formats) };
}

/** Three numbers and three dates of the file as they are understood in these formats, guessed or chosen. */
export function formatSamples({ columns, rows }: Pick<Facts, "columns" | "rows">, { numberFormat, dateFormat }: Formats) {
  const { numbers, dates } = telling(columns, rows);
  return {
    numberSamples: samples(numbers, (text) => readNumber(text, numberFormat)),
    dateSamples: samples(dates, (text) => readDate(text, dateFormat)),
  };
}

// A workbook's own numbers and dates were already written canonically when it was read.
const canonical = { numberFormat: "1,234.56", dateFormat: "aaaa-mm-dd" } as const;

function likeliestFormats({ columns, rows, numberFormat, dateFormat }: Facts): Formats {
  const { numbers, dates } = telling(columns, rows);
  return { numberFormat: likeliest(numbers, numberFormats, numberFormat, readNumber), dateFormat: likeliest(dates, dateFormats, dateFormat, readDate) };
}

/** The cells that can tell a format: numbers with a point or comma, and dates. */
function telling(columns: number, rows: string[][]) {
  const filled = indexes(columns).map((index) => rows.map((row) => row[index]?.trim() ?? "").filter((text) => text !== "" && text !== nothing));
  return { numbers: filled.filter(isNumberColumn).flat().filter(hasSeparator), dates: filled.filter(isDateColumn).flat() };
}

/** The format that reads most; the company's own when others read no more. */
function likeliest<Format extends string>(
  texts: string[],
  formats: readonly Format[],
  own: Format,
  read: (text: string, format: Format) => string | undefined,
) {
  const readable = (format: Format) => texts.filter((text) => read(text, format) !== undefined).length;
  return formats.reduce((best, format) => (readable(format) > readable(best) ? format : best), own);
}

function samples(texts: string[], understood: (text: string) => string | undefined): Sample[] {
  const pairs = [...new Set(texts)].flatMap((text) => {
    const means = understood(text);
    return means === undefined ? [] : [{ text, means }];
  });
  return pairs.slice(0, 3);
}

/** Codes and phone numbers are digits too: a column of numbers reads as such nearly everywhere. */
function isNumberColumn(texts: string[]) {
  const numbers = texts.filter((text) => numberFormats.some((format) => readNumber(text, format) !== undefined));
  return texts.length > 0 && numbers.length >= texts.length * 0.8;
}

function isDateColumn(texts: string[]) {
  const dates = texts.filter((text) => dateFormats.some((format) => readDate(text, format) !== undefined));
  return texts.length > 0 && dates.length >= texts.length * 0.8;
}

function hasSeparator(text: string) {
  return /[.,]/.test(text);
}

function indexes(count: number) {
  return Array.from({ length: count }, (_, index) => index);
}
