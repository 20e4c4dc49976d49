import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentPdfs } from "@/db/schema";
import { factsOf, textOf } from "../lib/documents/pdf/reading";
import { bill, unbill } from "../support/billing";
import { startCompany } from "../support/company";
import { dataOf } from "../support/people";
import type { RunningServer } from "../support/server";
import { type Visitor, visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let invoice: number;

const lines = [
  { description: "Cemento gris de 50 kg", quantity: "3", unitPrice: "228.5", unit: "saco", taxes: ["IVA16"] },
  { description: "Varilla corrugada de 3/8", quantity: "12.5", unitPrice: "99.9", unit: "pieza", taxes: ["IVA16"], discount: "10" },
  { description: "Libro de cálculo", quantity: "1", unitPrice: "350", taxes: ["IVA0"] },
];

beforeAll(async () => {
  ({ server, marta } = await startCompany());
  invoice = bill(server, { account: "Acme de Occidente", lines, notes: "Entregar en almacén." });
});
afterAll(() => server.stop());

test("the PDF of an invoice says what the invoice says", async () => {
  const { response, bytes } = await fetchPdf(invoice);
  expect(response.headers.get("content-type")).toBe("application/pdf");
  expect(response.headers.get("content-disposition")).toContain('attachment; filename="factura-a-00001.pdf"');
  expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");

  const text = textOf(bytes, "-raw");
  for (const part of ["Factura", "A-00001", "Ferretería El Sauce", "Acme de Occidente", "RFC", "AOC990101XY9", "Álvaro Obregón 45", "Guadalajara"])
    expect(text).toContain(part);
  for (const { description } of lines) expect(text).toContain(description);
  expect(text).toContain("12.5 pieza 99.90 10");
  for (const amount of ["685.50", "1,123.87", "$289.50", "$2,448.87"]) expect(text).toContain(amount);
  const page = await marta.visit(`/invoices/${invoice}`);
  const amounts = [...page.rows().flat(), ...page.document.querySelectorAll(".totals dd").map(({ textContent }) => textContent)];
  const printed = amounts.filter((text) => /^[−$]*[\d,]+\.\d\d$/.test(text));
  expect(printed.length).toBeGreaterThan(8);
  for (const amount of printed) expect(text, "the same as the page").toContain(amount);
  expect(text).toContain("Entregar en almacén.");
  expect(text).toContain("sin validez fiscal");
  expect(text).not.toContain("BORRADOR");
  expect(factsOf(bytes).Pages).toBe("1");
});

test("it is drawn once and its bytes stay", async () => {
  const first = sha256((await fetchPdf(invoice)).bytes);
  const second = sha256((await fetchPdf(invoice)).bytes);
  expect(second).toBe(first);
  expect(drawings()).toBe(1);
});

test("several who ask at once get one drawing", async () => {
  const other = bill(server, { account: "Acme de Occidente", lines });
  const all = await Promise.all(Array.from({ length: 5 }, () => fetchPdf(other)));
  expect(new Set(all.map(({ bytes }) => sha256(bytes))).size).toBe(1);
  expect(drawings()).toBe(2);
});

test("a draft and a voided one say so across the page", async () => {
  const draft = bill(server, { account: "Acme de Occidente", lines }, false);
  expect(textOf((await fetchPdf(draft)).bytes, "-raw")).toContain("BORRADOR");
  const voided = bill(server, { account: "Acme de Occidente", lines });
  const before = sha256((await fetchPdf(voided)).bytes);
  unbill(server, voided);
  const after = await fetchPdf(voided);
  expect(textOf(after.bytes, "-raw")).toContain("CANCELADA");
  expect(sha256(after.bytes)).not.toBe(before);
});

test("who may not see the document learns nothing", async () => {
  for (const path of ["/invoices/999/pdf", `/quotes/${invoice}/pdf`, "/invoices/x/pdf"]) {
    const answer = await marta.ask(path);
    expect(answer.status, path).toBe(404);
    expect(await answer.text()).toContain("Esto no existe o no está a su alcance.");
  }
  const stranger = await visitor(server.url).ask(`/invoices/${invoice}/pdf`);
  expect(stranger.status).toBe(303);
  expect(stranger.headers.get("location")).toBe(`/login?next=${encodeURIComponent(`/invoices/${invoice}/pdf`)}`);
});

/** As a browser does: a page that says «in preparation» is asked again. */
async function fetchPdf(id: number) {
  for (let tries = 0; tries < 10; tries += 1) {
    const response = await marta.ask(`/invoices/${id}/pdf`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status === 200) return { response, bytes };
    if (response.status !== 202) throw new Error(`${response.status}: ${new TextDecoder().decode(bytes)}`);
  }
  throw new Error(`The PDF of ${id} never came:\n${server.output()}`);
}

function drawings() {
  const db = dataOf(server);
  const count = db.select().from(documentPdfs).all().length;
  db.$client.close();
  return count;
}

function sha256(bytes: Uint8Array) {
  return createHash("sha256").update(bytes).digest("hex");
}
