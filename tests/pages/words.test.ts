import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventPayloads, events } from "@/db/schema";
import { textOf } from "../lib/documents/pdf/reading";
import { bill } from "../support/billing";
import { startCompany } from "../support/company";
import { dataOf, hire } from "../support/people";
import type { RunningServer } from "../support/server";
import type { Visited, Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let ana: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany());
  ({ ana } = await hire(server, { ana: { name: "Ana", profile: "Ejecutivo" } }));
});
afterAll(() => server.stop());

/** The name of the box where this key's word is written. */
function boxOf(page: Visited, key: string): string {
  const hidden = page.document.querySelectorAll("input[type=hidden]").find((input) => input.getAttribute("value") === key)!;
  return hidden.getAttribute("name")!.replace(/key$/, "says");
}

async function rename(key: string, says: string, query = "") {
  const page = await marta.visit(`/settings/words?group=${key.split(".")[0]}${query}`);
  return page.submit("Guardar", { [boxOf(page, key)]: says });
}

async function pdfOf(id: number): Promise<string> {
  for (let tries = 0; tries < 10; tries += 1) {
    const answer = await marta.ask(`/invoices/${id}/pdf`);
    if (answer.status === 200) return textOf(new Uint8Array(await answer.arrayBuffer()), "-raw");
  }
  throw new Error(`The PDF of ${id} never came:\n${server.output()}`);
}

test("what the company asks for is told before saving, asked of the kind it is for, and nothing typed is lost", async () => {
  const page = await (await marta.visit("/settings/start")).open("Campos obligatorios");
  expect((await marta.visit("/settings")).rows().map(([name]) => name)).toContain("Campos obligatorios");
  const locked = page.document.querySelectorAll("tbody tr").filter((row) => row.querySelectorAll("input[disabled][checked]").length > 0);
  expect(locked.map((row) => row.querySelector("td")!.text)).toEqual(expect.arrayContaining(["Nombre", "Asunto", "Precio"]));
  const older = await marta.visit("/settings/required");
  const saved = await page.submit("Guardar", { requiredFields: ["accounts.company.phone", "accounts.individual.city", "prospects.any.companyName"] });
  expect(saved.notice).toBe("Campos obligatorios guardados.");
  expect((await older.submit("Guardar", { requiredFields: ["accounts.company.phone"] })).text).toContain("Cuentas, Persona: Ciudad");

  const framed = (form: { document: typeof page.document }) => form.document.querySelectorAll("[aria-required=true]").map((box) => box.getAttribute("name"));
  const form = await marta.visit("/accounts/new");
  expect(framed(form)).toEqual(["name", "phone"]);
  const blank = await form.submit("Guardar", { legalName: "Peña y Asociados" });
  expect([blank.errorFor("name"), blank.errorFor("phone")]).toEqual(["Este dato es obligatorio.", "Falta «Teléfono»: la empresa pide este dato."]);
  const person = await blank.submit("Guardar", { name: "Rosa Peña", personType: "individual" });
  expect([person.errorFor("phone"), person.errorFor("city")]).toEqual(["", "Falta «Ciudad»: la empresa pide este dato."]);
  expect([person.valueOf("legalName"), person.valueOf("name"), framed(person)]).toEqual(["Peña y Asociados", "Rosa Peña", ["name", "city"]]);
  expect((await person.submit("Guardar", { city: "León" })).title).toBe("Rosa Peña");

  const prospect = await marta.visit("/prospects/new");
  expect(framed(prospect)).toEqual(["contactedOn", "personName", "companyName"]);
  expect((await prospect.submit("Guardar", { personName: "Luz" })).errorFor("companyName")).toBe("Falta «Empresa»: la empresa pide este dato.");
  expect((await ana.visit("/settings/required")).status).toBe(403);
  expect((await marta.visit("/settings/audit?kind=company")).text).toContain("Cuentas, Empresa: Teléfono");
  await (await marta.visit("/settings/required")).submit("Guardar", { requiredFields: [] });
  expect(framed(await marta.visit("/accounts/new"))).toEqual(["name"]);
});

test("the settings lead to the words, and what is written there is what everybody reads", async () => {
  const words = await (await marta.visit("/settings")).open("Palabras de la empresa");
  expect(words.title).toBe("Palabras de la empresa");
  const saved = await rename("menu.accounts", "Carpetas");
  expect(saved.notice).toBe("Se cambió 1 palabra.");
  expect(saved.valueOf(boxOf(saved, "menu.accounts"))).toBe("Carpetas");
  for (const who of [marta, ana]) expect((await who.visit("/accounts")).link("Carpetas")).toBe("/accounts");
  const db = dataOf(server);
  const [told] = db
    .select({ after: eventPayloads.after })
    .from(events)
    .innerJoin(eventPayloads, eq(eventPayloads.eventId, events.id))
    .where(eq(events.name, "company.words_changed"))
    .all();
  db.$client.close();
  expect(told!.after).toEqual({ "menu.accounts": "Carpetas" });
});

test("papers say it too", async () => {
  await rename("documents.kinds.invoice.one", "Nota de venta", "&q=Factura");
  expect(await pdfOf(bill(server, { account: "Acme", lines: [{ description: "Cal", unitPrice: "80" }] }))).toMatch(/nota de venta/i);
});

test("a word that would break its sentence comes back with what was typed", async () => {
  const again = await rename("accounts.count", "{total} carpetas", "&q=cuenta");
  const box = boxOf(again, "accounts.count");
  expect(again.errorFor(box)).toContain("llaves de más");
  expect(again.valueOf(box)).toBe("{total} carpetas");
});

test("empty goes back to the usual word", async () => {
  expect((await rename("menu.accounts", "")).notice).toBe("Se cambió 1 palabra.");
  expect((await ana.visit("/accounts")).link("Cuentas")).toBe("/accounts");
});

test("only who configures may see or send it", async () => {
  expect((await ana.visit("/settings/words")).status).toBe(403);
  const body = (await marta.visit("/settings/words?group=menu")).bodyFor("Guardar");
  expect((await ana.post("/settings/words", body)).status).toBe(403);
});
