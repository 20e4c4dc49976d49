import { expect, test } from "vitest";
import { fixture, wholeSheet } from "./support";

const bytes = (text: string) => Buffer.from(text);

test.each([
  ["accounts.csv", "utf-8", ","],
  ["accounts-semicolons.csv", "utf-8", ";"],
  ["accounts-windows-1252.csv", "windows-1252", ";"],
  ["accounts-utf-16.csv", "utf-16le", "\t"],
])("%s reads the same in every encoding and with every delimiter", async (name, encoding, delimiter) => {
  const sheet = await wholeSheet(fixture(name));
  expect(sheet).toMatchObject({ kind: "csv", encoding, delimiter });
  expect(sheet.header.slice(0, 3)).toEqual(["Clave", "Razón social", "Nombre de la empresa"]);
  expect(sheet.rows.map(({ number, cells }) => [number, cells[2], cells[3], cells.length])).toEqual([
    [2, "Café Peñas Blancas", "José Ñandú Güemes", 13],
    [3, "Panadería El Albor", "Inés Açaí", 13],
    [4, 'Ferretería "La Unión"', "NULL", 13],
  ]);
});

test("a ragged row comes with the cells it has", async () => {
  const sheet = await wholeSheet(fixture("accounts-ragged.csv"));
  expect(sheet.rows.map(({ cells }) => cells.length)).toEqual([14, 13, 13]);
});

test("quoted line breaks, doubled quotes and every line ending are read; an empty line counts but is no row", async () => {
  const sheet = await wholeSheet(bytes('a,b\r\n"uno\ndos","di ""hola"""\r\n\r\nx,\ry,z\n"",'));
  expect(sheet.header).toEqual(["a", "b"]);
  expect(sheet.rows).toEqual([
    { number: 2, cells: ["uno\ndos", 'di "hola"'] },
    { number: 4, cells: ["x", ""] },
    { number: 5, cells: ["y", "z"] },
    { number: 6, cells: ["", ""] },
  ]);
});

test("a delimiter inside the cells is not mistaken for the file's", async () => {
  expect((await wholeSheet(bytes("nombre;precio\nuno, dos, tres;1,50\ncuatro;2,00\n"))).delimiter).toBe(";");
  expect((await wholeSheet(bytes("nombre\nuno; dos\ntres\n"))).header).toEqual(["nombre"]);
});

test.each([
  ["sheets.empty", "", "x.csv"],
  ["sheets.empty", "\n\n", "x.csv"],
  ["sheets.unclosed_quote", 'a,b\n"x,1\n', "x.csv"],
  ["sheets.not_text", "%PDF-1.7\0\0\0\0\0\0", "x.csv"],
  ["sheets.not_a_workbook", "a,b\n", "x.xlsx"],
  ["sheets.too_many_columns", `a${",".repeat(300)}\n`, "x.csv"],
  ["sheets.cell_too_long", `a,b\n1,${"x".repeat(40_000)}\n`, "x.csv"],
  ["sheets.cell_too_long", `a,b\n"${"x\n".repeat(40_000)}`, "x.csv"],
])("%s", async (code, text, name) => {
  await expect(wholeSheet(bytes(text), name)).rejects.toThrow(code);
});

test("more rows than allowed are refused; exactly as many are read", async () => {
  const text = `a\n${"1\n".repeat(11)}`;
  await expect(wholeSheet(bytes(text), "x.csv", { maxRows: 10 })).rejects.toThrow("sheets.too_many_rows");
  expect((await wholeSheet(bytes(text), "x.csv", { maxRows: 11 })).rows).toHaveLength(11);
});

test("a character cut between two pieces of the file stays whole", async () => {
  const long = `a,b\n${`${"ñ".repeat(101)},"á""é"\n`.repeat(1500)}`;
  const sheet = await wholeSheet(bytes(long));
  expect(sheet.rows).toHaveLength(1500);
  expect(new Set(sheet.rows.map(({ cells }) => cells.join("|")))).toEqual(new Set([`${"ñ".repeat(101)}|á"é`]));
});
