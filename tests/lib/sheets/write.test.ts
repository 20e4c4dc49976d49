import fc from "fast-check";
import { expect, test } from "vitest";
import { inertText, plainText } from "@/lib/sheets/formulas";
import { csvText, refusedSheet, xlsxBytes } from "@/lib/sheets/write";
import { wholeSheet } from "./support";

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.string({ unit: fc.constantFrom("'", '"', "=", "-", "+", "@", ";", ",", "\t", "\r", "\n", " ", "a", "1", "＝"), maxLength: 8 }),
);
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }));

const attacks = [
  ...["=1+1", "+1+1", "-1+1", "@SUM(1+1)", "\t=1+1", "\r=1+1", "\n=1+1", "\0=1+1", "＝1+1", "＋1+1", "－1+1", "＠SUM(1+1)", " =1+1", "   +1+1"],
  ...["\u00a0=1+1", "\ufeff=1+1", '"=1+1', "'=1+1", "''=1+1", "=cmd|'/C calc'!A0", '=HYPERLINK("http://x.example","y")', "x;=1+1", "x\t=1+1;y", "x\n=1+1\ny"],
];

test("any table comes back from CSV as it was", async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (table) => {
      const header = table[0]!.map((_, index) => `c${index}`);
      const sheet = await wholeSheet(Buffer.from(csvText(header, table)));
      expect(sheet.header).toEqual(header);
      expect(sheet.rows.map(({ cells }) => cells)).toEqual(table);
    }),
    { numRuns: 300 },
  );
});

test("any table comes back from XLSX as it was, but for its empty rows", async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (table) => {
      const header = table[0]!.map((_, index) => `c${index}`);
      const sheet = await wholeSheet(await xlsxBytes(header, table), "hoja.xlsx");
      expect(sheet.rows.map(({ cells }) => cells)).toEqual(table.filter((row) => row.some((text) => text !== "")));
    }),
    { numRuns: 100 },
  );
});

test("no cell of a CSV begins, under any separator, with what a spreadsheet evaluates", () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...attacks), cell), (text) => {
      const inert = inertText(text);
      expect(plainText(inert)).toBe(text);
      for (const piece of inert.split(/[;\t\r\n]/)) expect(piece.replace(/^[\s\p{Cc}\p{Cf}"]+/u, "")).not.toMatch(/^[=+\-@＝＋－＠]/);
    }),
    { numRuns: 2000 },
  );
});

test("numbers stay numbers where a column holds numbers, and nowhere else", () => {
  const [, line] = csvText(["saldo", "nota"], [["-5.00", "-5.00"]], ["number", "text"]).split("\r\n");
  expect(line).toBe("-5.00,'-5.00");
  expect(csvText(["saldo"], [["-5+cmd"]], ["number"])).toContain("'-5+cmd");
});

test("a workbook's cells are typed and hold no formula", async () => {
  const bytes = await xlsxBytes(
    ["texto", "número", "fecha", "largo"],
    [["=1+1", "-1234.5", "2026-03-12", "12345678901234567890"]],
    ["text", "number", "date", "number"],
  );
  const sheet = await wholeSheet(bytes, "hoja.xlsx");
  expect(sheet.rows[0]!.cells).toEqual(["=1+1", "-1234.5", "2026-03-12", "12345678901234567890"]);
  const { readXlsx } = await import("hucre/xlsx");
  const [row] = (await readXlsx(bytes)).sheets[0]!.rows.slice(1);
  expect(row!.map((value) => (value instanceof Date ? "date" : typeof value))).toEqual(["string", "number", "date", "string"]);
});

test("refused rows keep their cells beside the reason, also ragged ones, and are ragged still when read again", async () => {
  const { header, rows } = refusedSheet(["a", "b"], [{ cells: ["1", "2", "3"], reason: "3 celdas donde el encabezado tiene 2" }], "Motivo");
  const sheet = await wholeSheet(Buffer.from(csvText(header, rows)));
  expect(sheet.header).toEqual(["Motivo", "a", "b"]);
  expect(sheet.rows).toEqual([{ number: 2, cells: ["3 celdas donde el encabezado tiene 2", "1", "2", "3"] }]);
});
