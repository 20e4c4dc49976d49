import { afterAll, beforeAll, expect, test } from "vitest";
import { bill } from "../support/billing";
import { startCompany } from "../support/company";
import { hire } from "../support/people";
import type { RunningServer } from "../support/server";
import { type Visitor, visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let rita: Visitor;
let cement: number;

beforeAll(async () => {
  ({ server, marta } = await startCompany());
  cement = bill(server, { account: "Acme de Occidente", lines: [{ description: "Cemento gris", unitPrice: "1000" }] });
  bill(server, { account: "Acme de Occidente", lines: [{ description: "Varilla", unitPrice: "500.50" }] });
  bill(server, { account: "Zeta", lines: [{ description: "Cal", unitPrice: "80" }] });
  ({ rita } = await hire(server, { rita: { name: "Rita", profile: "Solo lectura" } }));
});
afterAll(() => server.stop());

test("a collection starts from who owes, and shows what that customer owes", async () => {
  const start = await marta.visit("/receipts/new");
  expect(start.rows().map(([name, , , owed]) => [name, owed])).toEqual([
    ["Acme de Occidente", "$1,500.50"],
    ["Zeta", "$80.00"],
  ]);
  const form = await start.open("Acme de Occidente");
  expect(form.title).toBe("Registrar cobro");
  expect(form.rows().map(([number, , , balance]) => [number, balance])).toEqual([
    ["A-00001", "$1,000.00"],
    ["A-00002", "$500.50"],
  ]);
  expect((await marta.visit("/receipts/new?q=zet")).rows()).toHaveLength(1);
  expect((await marta.visit("/receipts/new?account=999")).status).toBe(404);
});

test("too much for an invoice comes back at its box with everything that was typed", async () => {
  const form = await marta.visit(`/receipts/new?invoice=${cement}`);
  expect(form.valueOf("tenders.0.amount")).toBe("1000.00");
  const again = await form.submit("Registrar cobro", { "tenders.0.amount": "2,000", "tenders.0.reference": "SPEI 77", "allocations.0.amount": "1,000.01" });
  expect(again.errorFor("allocations.0.amount")).toBe("La factura A-00001 solo debe $1,000.00.");
  expect(again.valueOf("tenders.0.reference")).toBe("SPEI 77");
  const over = await again.submit("Registrar cobro", { "tenders.0.amount": "5", "allocations.0.amount": "10" });
  expect(over.text).toContain("Se aplican $10.00 y solo hay $5.00.");
  const negative = await over.submit("Registrar cobro", { "tenders.0.amount": "-5", receivedOn: "2999-01-01" });
  expect(negative.errorFor("tenders.0.amount")).toBe("No puede ser negativo.");
  expect((await marta.visit("/receipts")).text).toContain("Aquí queda el dinero recibido");
});

test("part of an invoice is collected in two ways, the rest of the money is the customer's", async () => {
  const form = await marta.visit(`/receipts/new?invoice=${cement}`);
  const more = await form.submit("Agregar otro medio de pago", { "tenders.0.amount": "300", "allocations.0.amount": "650" });
  expect(more.valueOf("tenders.0.amount")).toBe("300");
  const done = await more.submit("Registrar cobro", { "tenders.1.method": "cash", "tenders.1.amount": "400.25" });
  expect(done.notice).toBe("Se registró el cobro REC-00001.");
  expect(done.title).toBe("Recibo REC-00001");
  expect(done.text).toContain("Recibido$700.25Aplicado$650.00Saldo a favor$50.25");
  const left = await marta.visit(`/receipts/new?invoice=${cement}`);
  expect(left.valueOf("tenders.0.amount")).toBe("350.00");
});

test("the same form sent twice takes the money once", async () => {
  const form = await marta.visit("/receipts/new?account=2");
  const body = form.bodyFor("Registrar cobro", { "tenders.0.amount": "30" });
  const first = await marta.post("/receipts/new?account=2", body);
  const second = await marta.post("/receipts/new?account=2", body);
  expect(second.path).toBe(first.path);
  expect(first.text).toContain("Aplicado$30.00");
  expect((await marta.visit("/receipts?q=zeta")).rows()).toHaveLength(1);
});

test("what was left is applied to the oldest later on", async () => {
  const receipt = await marta.visit("/receipts/4");
  const applied = await receipt.submit("Aplicar saldo");
  expect(applied.notice).toBe("Se aplicó el saldo del cobro REC-00001.");
  expect(applied.text).toContain("Saldo a favor$0.00");
  expect((await marta.visit(`/receipts/new?invoice=${cement}`)).valueOf("tenders.0.amount")).toBe("299.75");
});

test("the list finds by number, customer, state and dates, with sums per currency", async () => {
  const all = await marta.visit("/receipts");
  expect(all.rows().map(([number]) => number)).toEqual(["REC-00002", "REC-00001"]);
  expect(all.text).toContain("2 cobros en MXN");
  expect(all.text).toContain("$730.25");
  for (const query of ["q=REC-00001", "q=1", "q=acme", "q=occidente&status=posted", "sort=amount&q=acme"]) {
    expect(
      (await marta.visit(`/receipts?${query}`)).rows().map(([number]) => number),
      query,
    ).toEqual(["REC-00001"]);
  }
  for (const query of ["status=unapplied", "status=voided", "until=2020-01-01", "q=nadie", "owner=999"]) {
    expect((await marta.visit(`/receipts?${query}`)).text, query).toContain("Nada coincide");
  }
});

test("voiding asks for the reason, keeps the number and makes the invoices owe again", async () => {
  const receipt = await marta.visit("/receipts/4");
  const unsaid = await receipt.submit("Anular cobro");
  expect(unsaid.errorFor("reason")).toBe("Este dato es obligatorio.");
  const voided = await unsaid.submit("Anular cobro", { reason: "Transferencia devuelta" });
  expect(voided.notice).toBe("El cobro REC-00001 quedó anulado y sus facturas vuelven a deberse.");
  expect(voided.text).toContain("Transferencia devuelta");
  expect(voided.text).toContain("Reversado");
  expect(voided.html).not.toContain("Anular cobro");
  expect((await marta.visit(`/receipts/new?invoice=${cement}`)).valueOf("tenders.0.amount")).toBe("1000.00");
  expect((await marta.visit("/receipts?status=voided")).rows()).toHaveLength(1);
});

test("who only reads sees receipts and can neither collect nor void", async () => {
  const receipt = await rita.visit("/receipts/5");
  expect(receipt.status).toBe(200);
  expect(receipt.html).not.toContain("Anular cobro");
  expect((await rita.visit("/receipts")).html).not.toContain("/receipts/new");
  const form = await marta.visit("/receipts/new?account=2");
  const refused = await rita.post("/receipts/new?account=2", form.bodyFor("Registrar cobro", { "tenders.0.amount": "1" }));
  expect(refused.status).toBe(403);
  expect((await visitor(server.url).visit("/receipts/5")).path).toBe("/login?next=%2Freceipts%2F5");
});

test("an invoice tells what it was paid with, and what was taken back", async () => {
  const invoice = await marta.visit(`/invoices/${cement}`);
  expect(invoice.text).toContain("REC-00001");
  expect(invoice.text).toContain("−$650.00");
  expect(invoice.link("REC-00001")).toBe("/receipts/4");
});
