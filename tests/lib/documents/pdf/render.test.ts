import { expect, test } from "vitest";
import { renderSheet } from "@/lib/documents/pdf/render";
import type { DocumentSheet } from "@/lib/documents/pdf/sheet";
import { factsOf, plainBytes, textOf } from "./reading";
import { sampleLines, sampleLogo, sampleSheet } from "./sample";

test("every text of the sheet stands in the PDF", async () => {
  const sheet = sampleSheet({ lines: sampleLines(40), watermark: "BORRADOR" });
  const text = textOf(await renderSheet(sheet), "-raw");

  expect(textsOf(sheet).filter((part) => !text.includes(part.replace(/\s+/g, " ")))).toEqual([]);
});

test("accents, currency signs and other alphabets are drawn and read back", async () => {
  const words = ["ñandú ÁÉÍÓÚ üÜ ¿qué?", "₡ 1 234,50", "₲ 45.000", "€ 9,99", "N.º 7", "Ω µ ½ ²", "Жук", "ế"];
  const notes = words.map((text) => ({ heading: "Nota", text }));
  const text = textOf(await renderSheet(sampleSheet({ sections: notes })), "-raw");

  for (const word of words) expect(text).toContain(word);
});

test.each(["letter", "a4"] as const)("two hundred wrapped lines on %s: every one is there once, in order, under a head on each page", async (paper) => {
  const lines = sampleLines(200, (index) => `Línea ${index + 1}. ${"palabra ".repeat(index % 23)}fin ${index + 1}.`);
  const pdf = await renderSheet(sampleSheet({ paper, lines }));
  const text = textOf(pdf, "-raw");
  const pages = Number(factsOf(pdf).Pages);

  expect([...text.matchAll(/Línea (\d+)\./g)].map((found) => Number(found[1]))).toEqual(lines.map((_, index) => index + 1));
  for (const line of lines) expect(text).toContain(`${line.description} ${line.quantity} pieza ${line.unitPrice}`);
  for (let page = 1; page <= pages; page++) expect(text).toContain(`Página ${page} de ${pages}`);
  expect(text.match(/Código Descripción/g)?.length).toBeGreaterThanOrEqual(pages - 1);
});

test("a row taller than a page, a word wider than its column and a 100 KB note lose no letter", async () => {
  const letters = Array.from({ length: 3000 }, (_, index) => String.fromCharCode(97 + (index % 26))).join("");
  const note = Array.from({ length: 16_000 }, (_, index) => `n${index}`).join(" ");
  const sheet = sampleSheet({
    lines: sampleLines(3, (index) => (index === 1 ? letters : "corta")),
    columns: narrow,
    sections: [{ heading: "Notas", text: note }],
  });
  const text = textOf(await renderSheet(sheet), "-raw");
  const body = text.replace(
    /Gracias por su compra\. elnandu\.example Página \d+ de \d+ |Ferretería El Ñandú Factura N\.º F001-00000123 |Descripción Importe /g,
    "",
  );

  expect(body.replaceAll(" ", "")).toContain(letters.slice(0, 40));
  expect(lettersIn(body)).toContain(letters);
  expect(body).toContain(note);
});

test("long figures shrink the letter before any of them is cut", async () => {
  const figures = { quantity: "1.234.567,250000", unitPrice: "₲ 1.234.567.890,5000", discount: "₲ 123.456.789", total: "₲ 999.123.456.789" };
  const pdf = await renderSheet(sampleSheet({ paper: "a4", lines: sampleLines(3).map((line) => ({ ...line, ...figures })) }));
  const rows = textOf(pdf, "-raw");

  for (const figure of Object.values(figures)) expect(rows.split(figure)).toHaveLength(4);
});

test("two thousand lines", async () => {
  const from = performance.now();
  const pdf = await renderSheet(sampleSheet({ lines: sampleLines(2000) }));
  console.log(`2,000 lines: ${Math.round(performance.now() - from)} ms, ${factsOf(pdf).Pages} pages, ${pdf.length} bytes`);

  const text = textOf(pdf, "-raw");
  expect(sampleLines(2000).filter((line) => !text.includes(line.code))).toEqual([]);
});

test("what cannot be printed is dropped or shown as such, never a crash", async () => {
  const odd = "a\u0000b\u0007c\u202ed\u200be\ud800f 😀 漢字 שלום مرحبا n\u0303 １２ fin";
  const pdf = await renderSheet(sampleSheet({ title: odd, sections: [{ heading: odd, text: `${odd}\r\n\tsegunda` }], footer: odd, watermark: odd }));

  expect(textOf(pdf)).toContain("abcdef � �� ���� ����� ñ 12 fin segunda");
});

test("no column, no line, no total, nothing but the head", async () => {
  const empty = {
    columns: [],
    lines: sampleLines(1),
    totals: [],
    taxes: [],
    dates: [],
    sections: [],
    amountInWords: null,
    legend: null,
    footer: null,
    number: null,
  };
  for (const sheet of [sampleSheet(empty), sampleSheet({ ...empty, lines: [] })]) expect(factsOf(await renderSheet(sheet)).Pages).toBe("1");
});

test("the same sheet gives the same bytes, with its title, author, language and instant", async () => {
  const issuer = { ...sampleSheet().issuer, logo: new Uint8Array(await sampleLogo()) };
  const sheet = sampleSheet({ issuer });
  const pdf = await renderSheet(sheet);

  expect(Buffer.compare(pdf, await renderSheet(sheet))).toBe(0);
  expect(factsOf(pdf)).toMatchObject({ Title: "Factura N.º F001-00000123", Author: "Ferretería El Ñandú", "Page size": "612 x 792 pts (letter)" });
  expect(plainBytes(pdf).includes("/Lang (es)")).toBe(true);
  expect(plainBytes(pdf).match(/\(D:\w+\)/g)).toEqual(["(D:20260822150405Z)", "(D:20260822150405Z)"]);
});

test("a document is data: no action, no link, no attachment, whatever the text says", async () => {
  const bait = "https://example.com javascript:app.alert(1) /JS (x) /OpenAction file:///etc/passwd <img src=x>";
  const pdf = await renderSheet(sampleSheet({ sections: [{ heading: bait, text: bait }], lines: sampleLines(3, () => bait), footer: bait }));
  const objects = plainBytes(pdf);
  const active = ["/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/EmbeddedFile", "/URI", "/Annots", "/AcroForm", "passwd"];

  expect(active.filter((name) => objects.includes(name))).toEqual([]);
  expect(textOf(pdf)).toContain("javascript:app.alert(1) /JS");
});

test("each font is embedded once, however often it is needed", async () => {
  const pdf = await renderSheet(sampleSheet({ lines: sampleLines(300, (index) => `₡ ${index} ñ`) }));

  expect(plainBytes(pdf).match(/\/FontFile2/g)).toHaveLength(3);
});

test("a logo that is no picture is refused", async () => {
  await expect(renderSheet(sampleSheet({ issuer: { ...sampleSheet().issuer, logo: new Uint8Array([1, 2, 3]) } }))).rejects.toThrow("neither PNG nor JPEG");
});

const narrow: DocumentSheet["columns"] = [
  { key: "description", label: "Descripción" },
  { key: "total", label: "Importe" },
];

const silent = ["language", "paper", "accent", "createdAt", "page", "key"];

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, entry]) => (silent.includes(key) ? [] : textsOf(entry)));
}

function lettersIn(text: string) {
  return text.replace(/[^a-z]/g, "");
}
