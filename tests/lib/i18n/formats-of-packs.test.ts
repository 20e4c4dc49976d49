import { expect, test } from "vitest";
import { currencyDecimals, decimalsOf } from "@/lib/core/currencies";
import { groupedDecimal, parseDecimal, readDecimal } from "@/lib/core/decimal";
import { runWith } from "@/lib/i18n/current";
import { formatDate, formatMoney, formatNumber, formatTime, readDate, readNumber, typedNumber } from "@/lib/i18n/format";
import { packs } from "@/lib/i18n/packs";
import type { Pack, PackCode } from "@/lib/i18n/packs/types";
import { typedFormat } from "@/lib/web/field-errors";

// As people of each country write, not as CLDR 48 has it: it gives COP no cents, Bs.S, 12 hours to Argentina and no space to Costa Rica's input.
const rows: [PackCode, string, string, string, string, string, string][] = [
  ["MX", "$1,234,567.89", "−$1,234.50", "1,234.5", "05/07/2026", "6:07 p. m.", "letter"],
  ["CO", "$ 1.234.567,89", "−$ 1.234,50", "1.234,5", "05/07/2026", "6:07 p. m.", "letter"],
  ["AR", "$ 1.234.567,89", "−$ 1.234,50", "1.234,5", "05/07/2026", "18:07", "a4"],
  ["UY", "$ 1.234.567,89", "−$ 1.234,50", "1.234,5", "05/07/2026", "18:07", "a4"],
  ["CL", "$1.234.567", "−$1.234", "1.234,5", "05-07-2026", "18:07", "letter"],
  ["PE", "S/ 1,234,567.89", "−S/ 1,234.50", "1,234.5", "05/07/2026", "6:07 p. m.", "a4"],
  ["BO", "Bs 1.234.567,89", "−Bs 1.234,50", "1.234,5", "05/07/2026", "18:07", "a4"],
  ["VE", "Bs. 1.234.567,89", "−Bs. 1.234,50", "1.234,5", "05/07/2026", "6:07 p. m.", "letter"],
  ["EC", "$1.234.567,89", "−$1.234,50", "1.234,5", "05/07/2026", "6:07 p. m.", "a4"],
  ["PY", "Gs. 1.234.567", "−Gs. 1.234", "1.234,5", "05/07/2026", "18:07", "a4"],
  ["CR", "₡1 234 567,89", "−₡1 234,50", "1 234,5", "05/07/2026", "6:07 p. m.", "letter"],
  ["DO", "RD$1,234,567.89", "−RD$1,234.50", "1,234.5", "05/07/2026", "6:07 p. m.", "letter"],
  ["GT", "Q 1,234,567.89", "−Q 1,234.50", "1,234.5", "05/07/2026", "6:07 p. m.", "letter"],
  ["PA", "B/. 1,234,567.89", "−B/. 1,234.50", "1,234.5", "07/05/2026", "6:07 p. m.", "letter"],
  ["ES", "1.234.567,89 €", "−1234,50 €", "1234,5", "05/07/2026", "18:07", "a4"],
  ["XX", "USD 1,234,567.89", "−USD 1,234.50", "1,234.5", "05/07/2026", "18:07", "a4"],
];

function speaking<Result>(pack: Pack, deed: () => Result): Result {
  return runWith({ locale: "es", pack, zone: pack.zone, currency: pack.currency }, deed);
}

/** What the currency can hold of an amount. */
function held(pack: Pack, amount: string): string {
  return decimalsOf(pack.currency) === 0 ? amount.split(".")[0]! : amount;
}

test("every pack has its row", () => {
  expect(rows.map(([code]) => code).sort()).toEqual(Object.keys(packs).sort());
});

test.each(rows)("%s writes %s", (code, money, negative, number, date, time, paper) => {
  const pack = packs[code];
  const written = speaking(pack, () => [
    ...[formatMoney(held(pack, "1234567.89")), formatMoney(held(pack, "-1234.50")), formatNumber("1234.5"), formatDate("2026-07-05"), formatTime("18:07")],
  ]);
  expect([...written.map((text) => text.replaceAll("\u00a0", " ")), pack.paper]).toEqual([money, negative, number, date, time, paper]);
});

test.each(rows)("%s reads back what it writes, in a field of the server and of the browser", (code) => {
  const pack = packs[code];
  speaking(pack, () => {
    for (const amount of ["0", "7", "1234", "12345", "-1234567"]) expect(parseDecimal(readNumber(formatMoney(amount))!)).toBe(amount);
    for (const number of ["0.5", "999.25", "1234.5", "9876543.21"]) {
      expect(readNumber(formatNumber(number))).toBe(number);
      expect(readDecimal(formatNumber(number), typedFormat())).toBe(number);
      expect(readDecimal(typedNumber(number), typedFormat())).toBe(number);
      expect(groupedDecimal(number, number.split(".")[1]!.length, typedFormat())).toBe(formatNumber(number));
    }
    expect(readDate(formatDate("2026-07-05"))).toBe("2026-07-05");
  });
});

test("four digits stay together in Spain, in the browser's sums too, and five do not", () => {
  const format = speaking(packs.ES, typedFormat);
  expect([groupedDecimal("1234", 2, format), groupedDecimal("-1234", 0, format), groupedDecimal("12345", 2, format)]).toEqual([
    "1234,00",
    "-1234",
    "12.345,00",
  ]);
  expect(speaking(packs.ES, () => formatMoney("1234.5", "USD")).replaceAll("\u00a0", " ")).toBe("USD 1234,50");
});

test("currencies hold the decimals of our own table, and show no more", () => {
  for (const pack of Object.values(packs)) {
    expect(Object.keys(currencyDecimals)).toContain(pack.currency);
    expect(pack.decimals).toBeLessThanOrEqual(decimalsOf(pack.currency));
  }
  const shownLess = Object.values(packs).filter(({ currency, decimals }) => decimals !== decimalsOf(currency));
  expect(shownLess.map(({ code }) => code)).toEqual(["CO"]);
});
