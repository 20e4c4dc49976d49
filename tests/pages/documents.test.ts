import { afterAll, beforeAll, expect, test } from "vitest";
import { startCompany } from "../support/company";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany({ fields: { pack: "MX", zone: "America/Mexico_City" } }));
  await (await marta.visit("/accounts/new")).submit("Guardar", { name: "Constructora Peña", taxId: "COP990101AB1" });
  await (await marta.visit("/catalog/new")).submit("Guardar", { code: "CEM-50", name: "Cemento gris 50 kg", unit: "saco", unitPrice: "228.50" });
});
afterAll(() => server.stop());

const total = (page: { document: { querySelector(selector: string): { textContent: string } | null } }) =>
  page.document.querySelector(".totals > div:last-child dd")?.textContent;

test("a quote is written, added up, sent, ordered, confirmed, invoiced and issued without scripts", async () => {
  const form = await marta.visit("/quotes/new?account=1");
  const searched = await form.submit("Calcular", { "lines.0.itemId.text": "cem", "lines.0.quantity": "120" });
  expect(searched.text).toContain("Cemento gris 50 kg");
  const filled = await searched.submit("Calcular", { "lines.0.itemId": "1", "lines.0.discount": "5" });
  expect([filled.valueOf("lines.0.description"), filled.valueOf("lines.0.unit"), filled.valueOf("lines.0.unitPrice")]).toEqual([
    "Cemento gris 50 kg",
    "saco",
    "228.5",
  ]);
  expect(total(filled)).toBe("30,216.84");
  const longer = await filled.submit("Agregar renglón");
  expect([longer.valueOf("lines.1.quantity"), longer.valueOf("lines.1.taxes")]).toEqual(["1", "IVA16"]);
  const quote = await longer.submit("Guardar borrador", { "lines.1.description": "Flete a obra", "lines.1.unitPrice": "1,800.00" });
  expect(quote.notice).toBe("Se guardó la cotización COT-00001.");
  expect(quote.title).toBe("Cotización COT-00001");
  expect(total(quote)).toBe("$32,304.84");

  const sent = await quote.submit("Enviar");
  expect(sent.text).toContain("Enviada");
  expect((await marta.visit(`${path(sent)}/edit`)).status).toBe(404);
  const order = await sent.submit("Hacer pedido");
  expect(order.notice).toBe("Se creó el pedido PED-00001.");
  expect(order.text).toContain("COT-00001");
  const confirmed = await order.submit("Confirmar pedido");
  const draft = await confirmed.submit("Facturar");
  expect(draft.title).toBe("Factura en borrador");
  const issued = await draft.submit("Emitir");
  expect(issued.notice).toBe("Se emitió la factura A-00001.");
  expect(issued.text).toContain("Por cobrar");
  for (const label of ["COT-00001", "PED-00001"]) expect(issued.link(label)).toMatch(/^\/(quotes|orders)\/\d+$/);

  const list = await marta.visit("/invoices");
  expect(list.rows()[0]).toMatchObject([
    expect.stringContaining("A-00001"),
    "Constructora Peña",
    "Pedido PED-00001",
    expect.any(String),
    "Por cobrar",
    "$32,304.84",
    "$32,304.84",
  ]);
  expect(list.text).toContain("Por cobrar 1 · $32,304.84");
  expect((await marta.visit("/invoices?chip=draft")).rows()).toHaveLength(0);
  expect((await marta.visit("/quotes?q=cot-1")).rows()).toHaveLength(1);
});

test("a quote for a prospect makes its account, and the prospect says it was quoted", async () => {
  await (await marta.visit("/prospects/new")).submit("Guardar", { personName: "Rosa Elvira Ibáñez", companyName: "Ferretería La Paloma" });
  const form = await marta.visit("/quotes/new?prospect=1");
  expect(form.text).toContain("Ferretería La Paloma");
  const quote = await form.submit("Guardar borrador", { "lines.0.description": "Arena", "lines.0.unitPrice": "10" });
  expect(quote.link("Ferretería La Paloma")).toMatch(/^\/accounts\/\d+$/);
  expect((await marta.visit("/contacts?q=rosa")).rows()).toHaveLength(1);
  await quote.submit("Enviar");
  expect((await marta.visit("/prospects/1")).text).toContain("COT-0000");
});

test("an item typed and never chosen is asked for, not lost", async () => {
  const form = await marta.visit("/invoices/new?account=1");
  const asked = await form.submit("Guardar borrador", { "lines.0.itemId.text": "cemento" });
  expect(asked.path).toMatch(/^\/invoices\/new/);
  const saved = await asked.submit("Guardar borrador", { "lines.0.itemId": "1" });
  expect(saved.notice).toBe("Se guardó el borrador.");
  expect(saved.text).toContain("Cemento gris 50 kg");
  expect((await saved.submit("Eliminar borrador")).notice).toBe("Se eliminó el borrador.");
});

test("mistakes come back at their row, and a draft without customer or lines is refused", async () => {
  const form = await marta.visit("/orders/new");
  const wrong = await form.submit("Guardar borrador", { "lines.0.description": "Arena", "lines.0.quantity": "dos", "lines.0.unitPrice": "" });
  expect(wrong.errorFor("lines.0.quantity")).toContain("número");
  expect(wrong.errorFor("lines.0.unitPrice")).toBe("Este dato es obligatorio.");
  const nobody = await wrong.submit("Guardar borrador", { "lines.0.quantity": "2", "lines.0.unitPrice": "10" });
  expect(nobody.errorFor("accountId")).toBe("Elija el cliente.");
  expect(nobody.valueOf("lines.0.description")).toBe("Arena");
});

test("an order is invoiced by parts, never beyond, and voiding asks why", async () => {
  const form = await marta.visit("/orders/new?account=1");
  const order = await form.submit("Guardar borrador", { "lines.0.description": "Arena", "lines.0.quantity": "10", "lines.0.unitPrice": "100" });
  const confirmed = await order.submit("Confirmar pedido");
  const partly = await confirmed.open("Facturar por partes");
  const over = await partly.submit("Facturar por partes", { "lines.0.quantity": "11" });
  expect(over.errorFor("lines.0.quantity")).toBe("Quedan 10 por convertir en este renglón.");
  const draft = await over.submit("Facturar por partes", { "lines.0.quantity": "4" });
  expect(total(draft)).toBe("$464.00");

  const issued = await draft.submit("Emitir");
  const voiding = await issued.open("Cancelar documento");
  const silent = await voiding.submit("Cancelar documento", { reason: "" });
  expect(silent.errorFor("reason")).toBe("Este dato es obligatorio.");
  const voided = await silent.submit("Cancelar documento", { reason: "Cliente equivocado" });
  expect(voided.text).toContain("Cancelada");
  expect(voided.text).toContain("Cliente equivocado");
});

test("a sent quote is written anew under the same number", async () => {
  const form = await marta.visit("/quotes/new?account=1");
  const quote = await form.submit("Guardar borrador", { "lines.0.description": "Varilla", "lines.0.unitPrice": "50" });
  const sent = await quote.submit("Enviar");
  const second = await sent.submit("Crear nueva versión");
  expect(second.notice).toContain("COT-00003 r2");
  expect(second.valueOf("lines.0.description")).toBe("Varilla");
  const old = await marta.visit(path(sent));
  expect(old.link("COT-00003 r2")).toBe(path(second).replace("/edit", ""));
  expect((await marta.visit("/quotes?q=3")).rows()).toHaveLength(1);
});

function path(page: { path: string }) {
  return page.path.split("?")[0]!;
}

test("who saves second sees both versions, and a deed on a document that changed since is held back", async () => {
  const made = await (await marta.visit("/invoices/new?account=1")).submit("Guardar borrador", { "lines.0.description": "Arena", "lines.0.unitPrice": "10" });
  const [first, second] = [await marta.visit(`${path(made)}/edit`), await marta.visit(`${path(made)}/edit`)];
  await first.submit("Guardar borrador", { "lines.0.unitPrice": "12", notes: "De la primera" });
  const stale = await second.submit("Guardar borrador", { "lines.0.unitPrice": "15", notes: "De la segunda" });
  expect(stale.status).toBe(409);
  for (const words of ["Renglones", "Arena · 12", "Arena · 15", "De la primera", "De la segunda"]) expect(stale.text).toContain(words);

  const held = await made.submit("Emitir");
  expect(held.status).toBe(409);
  expect(held.text).toContain("Esto cambió desde que abrió la página.");
  expect((await (await marta.visit(path(made))).submit("Emitir")).text).toContain("Por cobrar");
});
