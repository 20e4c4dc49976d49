import { expect, test } from "vitest";
import { type Current, neutral, runWith } from "@/lib/i18n/current";
import {
  formatAmount,
  formatDate,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPercent,
  formatTime,
  longDate,
  longDateWithWeekday,
  monthName,
  monthOfYear,
  readDate,
  readNumber,
  relativeDay,
  typedNumber,
  weekdayName,
} from "@/lib/i18n/format";
import { co } from "@/lib/i18n/packs/co";
import { mx } from "@/lib/i18n/packs/mx";

const speakers: Record<string, Current> = {
  MX: { locale: "es", pack: mx, zone: mx.zone, currency: "MXN" },
  CO: { locale: "es", pack: co, zone: co.zone, currency: "COP" },
  XX: neutral,
};

function as<Result>(who: string, fn: () => Result): Result {
  return runWith(speakers[who]!, fn);
}

test.each([
  ["MX", "1234567.89", undefined, "$1,234,567.89"],
  ["MX", "-1234.5", undefined, "−$1,234.50"],
  ["MX", "0", undefined, "$0.00"],
  ["MX", "-0.00", undefined, "$0.00"],
  ["MX", "999.999", undefined, "$999.999"],
  ["MX", "1234.5", "USD", "USD 1,234.50"],
  ["CO", "1234567", undefined, "$ 1.234.567"],
  ["CO", "1234567.00", undefined, "$ 1.234.567"],
  ["CO", "1234567.5", undefined, "$ 1.234.567,50"],
  ["CO", "-1000", undefined, "−$ 1.000"],
  ["CO", "0", undefined, "$ 0"],
  ["CO", "1234", "USD", "USD 1.234,00"],
  ["XX", "1234.5", undefined, "USD 1,234.50"],
  ["XX", "5000", "CLP", "CLP 5,000"],
  ["XX", "9007199254740993.01", undefined, "USD 9,007,199,254,740,993.01"],
])("%s writes %s %s as %s", (who, amount, currency, written) => {
  expect(as(who, () => formatMoney(amount, currency)).replaceAll("\u00a0", " ")).toBe(written);
});

test("a column of amounts goes without the symbol, numbers keep their decimals, percents lose their zeros", () => {
  expect(as("CO", () => [formatAmount("1234.5"), formatNumber("1234.500"), formatNumber("999"), formatPercent("10.6667"), formatPercent("16.00")])).toEqual([
    "1.234,50",
    "1.234,500",
    "999",
    "10,6667\u00a0%",
    "16\u00a0%",
  ]);
});

test("what is not decimal text is a mistake of ours", () => {
  for (const text of ["", "1e5", "1,5", "NaN", " 1", "1."]) expect(() => formatMoney(text)).toThrow("decimal text");
});

test.each([
  ["MX", "1,234.56", "1234.56"],
  ["MX", "1234.56", "1234.56"],
  ["MX", "$ 1,234", "1234"],
  ["MX", "-5", "-5"],
  ["MX", "−5", "-5"],
  ["MX", ".5", "0.5"],
  ["MX", "007.10", "7.10"],
  ["MX", "-0", "0"],
  ["MX", "1.234,56", undefined],
  ["MX", "1,5", undefined],
  ["MX", "1,2345", undefined],
  ["MX", "5.", undefined],
  ["MX", "1e5", undefined],
  ["MX", "", undefined],
  ["MX", "$", undefined],
  ["MX", "٣", undefined],
  ["CO", "1.234,56", "1234.56"],
  ["CO", "1.234", "1234"],
  ["CO", "1 234", "1234"],
  ["CO", "0,5", "0.5"],
  ["CO", "1.5", undefined],
  ["CO", "1,234.56", undefined],
  ["XX", "USD 10", "10"],
  ["XX", "1".repeat(41), undefined],
])("%s reads «%s» as %s", (who, typed, number) => {
  expect(as(who, () => readNumber(typed))).toBe(number);
});

test("what is written can be read back", () => {
  for (const who of Object.keys(speakers)) {
    as(who, () => {
      for (const number of ["0", "1", "-1.5", "1234567.891", "0.000001"]) {
        expect(readNumber(formatNumber(number))).toBe(number);
        expect(readNumber(typedNumber(number))).toBe(number);
      }
    });
  }
});

test.each([
  ["05/07/2026", "2026-07-05"],
  ["5/7/2026", "2026-07-05"],
  ["5-7-2026", "2026-07-05"],
  [" 29/02/2028 ", "2028-02-29"],
  ["2026-07-05", "2026-07-05"],
  ["29/02/2026", undefined],
  ["31/04/2026", undefined],
  ["12/25/2026", undefined],
  ["2026-02-30", undefined],
  ["5/7/26", undefined],
  ["0/1/2026", undefined],
  ["hoy", undefined],
  ["", undefined],
  ["1/2/2026/3", undefined],
])("«%s» is the day %s", (typed, date) => {
  expect(as("MX", () => readDate(typed))).toBe(date);
});

test("dates are written by the pack and in words", () => {
  expect(formatDate("2026-07-05")).toBe("05/07/2026");
  expect(runWith({ ...neutral, pack: { ...neutral.pack, datePattern: "mm/dd/yyyy" } }, () => [formatDate("2026-07-05"), readDate("7/5/2026")])).toEqual([
    "07/05/2026",
    "2026-07-05",
  ]);
  expect(longDate("2026-07-05")).toBe("5 de julio de 2026");
  expect(longDateWithWeekday("2026-11-22")).toBe("domingo 22 de noviembre de 2026");
  expect(monthOfYear("2026-11-22")).toBe("noviembre de 2026");
  expect([monthName(1), monthName(9, "short"), weekdayName(1), weekdayName(7)]).toEqual(["enero", "sept", "lunes", "domingo"]);
  expect(runWith({ ...neutral, locale: "en" }, () => longDate("2026-07-05"))).toBe("July 5, 2026");
  expect(() => formatDate("2026-02-30")).toThrow("Not a date");
});

test("days are told from today, over months, years and leap days", () => {
  const told = (date: string) => relativeDay(date, "2028-03-01");
  expect(["2028-03-01", "2028-02-29", "2028-03-02", "2028-02-27", "2028-03-04", "2027-03-01"].map(told)).toEqual([
    "hoy",
    "ayer",
    "mañana",
    "hace 3 días",
    "en 3 días",
    "hace 366 días",
  ]);
});

test("hours follow the pack and instants the viewer's zone", () => {
  const evening = Date.UTC(2026, 6, 6, 1, 7);
  expect(as("MX", () => formatInstant(evening)).replaceAll("\u00a0", " ")).toBe("05/07/2026 7:07 p. m.");
  expect(as("XX", () => formatInstant(evening))).toBe("06/07/2026 01:07");
  expect(as("CO", () => ["00:05", "11:59", "12:00", "23:30"].map(formatTime)).map((time) => time.replaceAll("\u00a0", " "))).toEqual([
    "12:05 a. m.",
    "11:59 a. m.",
    "12:00 p. m.",
    "11:30 p. m.",
  ]);
  expect(() => formatTime("24:00")).toThrow("Not a time");
});
