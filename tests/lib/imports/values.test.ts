import fc from "fast-check";
import { expect, test } from "vitest";
import { guessFormats } from "@/lib/imports/guess";
import { readBoolean, readDate, readNumber } from "@/lib/imports/values";

test.each([
  ["1.234,56", "1234.56", undefined],
  ["1,234.56", undefined, "1234.56"],
  ["1.234", "1234", "1.234"],
  ["18.00", undefined, "18"],
  ["18,00", "18", undefined],
  ["$ 1 234", "1234", "1234"],
  ["-0,00", "0", undefined],
  ["007", "7", "7"],
  ["US$ -5", "-5", "-5"],
  ["-$5", "-5", "-5"],
  ["-$-5", undefined, undefined],
  ["1e3", undefined, undefined],
  ["88.60.15.31", undefined, undefined],
  ["12.34.567", undefined, undefined],
])("%s as a number", (text, latin, english) => {
  expect([readNumber(text, "1.234,56"), readNumber(text, "1,234.56")]).toEqual([latin, english]);
});

test("a decimal written in either format is read back exactly", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.stringMatching(/^\d{0,5}[1-9]$/), (whole, fraction) => {
      const grouped = whole.toLocaleString("en-US");
      expect(readNumber(`${grouped}.${fraction}`, "1,234.56")).toBe(`${whole}.${fraction}`);
      expect(readNumber(`${grouped.replaceAll(",", ".")},${fraction}`, "1.234,56")).toBe(`${whole}.${fraction}`);
    }),
  );
});

test.each([
  ["12/03/2026", "2026-03-12", "2026-12-03"],
  ["30/07/2023", "2023-07-30", undefined],
  ["07-30-2023", undefined, "2023-07-30"],
  ["29/02/2025", undefined, undefined],
  ["12/03/26", undefined, undefined],
  ["1996-07-04 00:00:00.000", "1996-07-04", "1996-07-04"],
  ["2025-02-29", undefined, undefined],
])("%s as a date", (text, dayFirst, monthFirst) => {
  expect([readDate(text, "dd/mm/aaaa"), readDate(text, "mm/dd/aaaa")]).toEqual([dayFirst, monthFirst]);
});

test("yes and no in the words people use", () => {
  expect(["Sí", "x", "0", "VERDADERO", "quizá"].map(readBoolean)).toEqual([true, true, false, true, undefined]);
});

const own = { numberFormat: "1.234,56", dateFormat: "dd/mm/aaaa" } as const;
const guess = (rows: string[][], kind: "csv" | "xlsx" = "csv") => guessFormats({ kind, columns: 2, rows, ...own });

test("the file's own evidence decides the formats; without any, the company's hold", () => {
  expect(guess([["1,234.50", "12/31/2025"]])).toMatchObject({ numberFormat: "1,234.56", dateFormat: "mm/dd/aaaa" });
  expect(guess([["1.234", "01/02/2026"]])).toMatchObject(own);
  expect(guess([["1.234", "2026-02-01"]], "xlsx")).toMatchObject({ numberFormat: "1,234.56", dateFormat: "aaaa-mm-dd" });
  expect(guess([])).toMatchObject({ ...own, nullText: "", numberSamples: [], dateSamples: [] });
});

test("the columns that hold NULL are named", () => {
  expect(
    guess([
      ["a", "NULL"],
      ["b", "c"],
    ]),
  ).toMatchObject({ nullText: "NULL", nullColumns: [1] });
});
