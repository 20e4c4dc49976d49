import { deflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { wholeSheet } from "./support";

type Part = { name: string; body: Buffer; claimed?: number };

const minimal = (sheet: string): Part[] => [
  { name: "[Content_Types].xml", body: Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>') },
  { name: "_rels/.rels", body: relations("officeDocument", "xl/workbook.xml") },
  { name: "xl/workbook.xml", body: Buffer.from('<workbook><sheets><sheet name="Hoja" sheetId="1" r:id="rId1"/></sheets></workbook>') },
  { name: "xl/_rels/workbook.xml.rels", body: relations("worksheet", "worksheets/sheet1.xml") },
  { name: "xl/worksheets/sheet1.xml", body: Buffer.from(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`) },
];
const oneRow = '<row r="1"><c r="A1" t="inlineStr"><is><t>Nombre</t></is></c></row>';

test("dates become ISO text, numbers text with a point, and rows keep the number their program shows", async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: "Hoja",
        rows: [
          ["Nombre", "Alta", "Precio", "Activo", "Nota"],
          ["Peñas", new Date("2026-03-12T00:00:00Z"), 0.1 + 0.2, true, null],
          [],
          ["Ñandú", new Date("2026-03-12T18:30:00Z"), 1e-7, false, null],
        ],
      },
    ],
  });
  const sheet = await wholeSheet(bytes, "libro.xlsx");
  expect(sheet).toMatchObject({ kind: "xlsx", header: ["Nombre", "Alta", "Precio", "Activo", "Nota"] });
  expect(sheet.rows).toEqual([
    { number: 2, cells: ["Peñas", "2026-03-12", "0.3", "true", ""] },
    { number: 4, cells: ["Ñandú", "2026-03-12 18:30", "0.0000001", "false", ""] },
  ]);
});

test("a workbook put together by hand is read", async () => {
  expect((await wholeSheet(zip(minimal(oneRow)), "libro.xlsx")).header).toEqual(["Nombre"]);
});

test("a cell in the last column a spreadsheet has does not become thousands of cells", async () => {
  const far = '<row r="2"><c r="XFD2"><v>1</v></c></row>';
  await expect(wholeSheet(zip(minimal(oneRow + far)), "libro.xlsx")).rejects.toThrow("sheets.too_many_columns");
});

test("more rows than allowed are refused, empty ones included", async () => {
  const rows = `${oneRow}${'<row><c t="n"><v>1</v></c></row>'.repeat(6)}<row></row>`;
  await expect(wholeSheet(zip(minimal(rows)), "libro.xlsx", { maxRows: 6 })).rejects.toThrow("sheets.too_many_rows");
  expect((await wholeSheet(zip(minimal(rows)), "libro.xlsx", { maxRows: 7 })).rows).toHaveLength(6);
});

const spaces = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, " ");
const part = (name: string, body: Buffer, claimed?: number): Part => ({ name, body, claimed });

test.each<[string, Part[]]>([
  ["sheets.too_big_unpacked", [...minimal(oneRow), part("xl/media/a.xml", Buffer.from("x"), 200 * 1024 * 1024)]],
  ["sheets.packed_too_tightly", [...minimal(oneRow), part("xl/a.xml", spaces(20))]],
  ["sheets.damaged_workbook", [...minimal(oneRow).slice(0, 4), part("xl/worksheets/sheet1.xml", Buffer.concat([Buffer.from("<worksheet>"), spaces(2)]), 1000)]],
  ["sheets.too_many_parts", Array.from({ length: 300 }, (_, index) => part(`xl/${index}.xml`, Buffer.from("x")))],
  ["sheets.damaged_workbook", [...minimal(oneRow), part("xl/inner.xml", Buffer.from("xyz".repeat(50)), 0)]],
  ["sheets.damaged_workbook", [...minimal(oneRow), ...minimal(oneRow)]],
  ["sheets.damaged_workbook", [part("xl/only.xml", Buffer.from("x"))]],
])("%s", async (code, parts) => {
  await expect(wholeSheet(zip(parts), "libro.xlsx")).rejects.toThrow(code);
});

test("a directory whose entries share the same bytes is refused", async () => {
  const bytes = zip(minimal(oneRow));
  const first = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const second = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), first + 4);
  bytes.writeUInt32LE(bytes.readUInt32LE(first + 42), second + 42);
  await expect(wholeSheet(bytes, "libro.xlsx")).rejects.toThrow("sheets.damaged_workbook");
});

test("an archive cut short is refused by name", async () => {
  const bytes = zip(minimal(oneRow));
  await expect(wholeSheet(bytes.subarray(0, bytes.length - 40), "libro.xlsx")).rejects.toThrow("sheets.damaged_workbook");
});

function relations(type: string, target: string) {
  const kind = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}`;
  return Buffer.from(`<Relationships><Relationship Id="rId1" Type="${kind}" Target="${target}"/></Relationships>`);
}

/** An archive as its format describes it, whose directory says of each part's size what the test wants said. */
function zip(parts: Part[]) {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, claimed = body.length } of parts) {
    const packed = deflateRawSync(body);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimed, 18);
    common.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    bodies.push(Buffer.from("PK\x03\x04"), common, Buffer.from(name), packed);
    directory.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), common, tail, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, ...directory, Buffer.from("PK\x05\x06"), end]);
}
