import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { events } from "@/db/schema";
import { bill } from "../support/billing";
import { startCompany } from "../support/company";
import { dataOf } from "../support/people";
import type { RunningServer } from "../support/server";
import type { Visited, Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany());
});
afterAll(() => server.stop());

const anyway = "Guardar de todos modos";
const hasButton = (page: Visited, label: string) => page.document.querySelectorAll("button").some((button) => button.textContent.trim() === label);
const cement = { description: "Cemento", unitPrice: "100" };

function told(name: string): number {
  const db = dataOf(server);
  const count = db.select({ id: events.id }).from(events).where(eq(events.name, name)).all().length;
  db.$client.close();
  return count;
}

async function addAccount(name: string, taxId: string, button = "Guardar") {
  const form = await marta.visit("/accounts/new");
  const again = await form.submit("Guardar", { name, taxId, city: "Apodaca", description: "De paso" });
  return button === "Guardar" ? again : again.submit(button);
}

test("a wrong identification is an error beside its field, and comes with a way to save it knowingly", async () => {
  const form = await marta.visit("/accounts/new");
  expect(hasButton(form, anyway)).toBe(false);
  const again = await addAccount("Materiales Norte", "ABC123");
  expect(again.errorFor("taxId")).toBe("RFC no tiene la forma correcta. Revíselo o guárdelo de todos modos.");
  expect([again.valueOf("name"), again.valueOf("taxId"), again.valueOf("city"), again.valueOf("description")]).toEqual([
    "Materiales Norte",
    "ABC123",
    "Apodaca",
    "De paso",
  ]);
  expect((await marta.visit("/accounts")).rows()).toEqual([]);
  expect(hasButton(again, anyway)).toBe(true);

  const other = await again.submit(anyway, { email: "no es correo" });
  expect(other.errorFor("email")).toContain("correo completo");
  const saved = await (await other.submit("Guardar", { email: "" })).submit(anyway);
  expect(saved.notice).toBe(
    "Se guardó la cuenta Materiales Norte, pero RFC no tiene la forma correcta. Habrá que corregirlo antes de emitirle un documento fiscal.",
  );
  expect(saved.text).toContain("ABC123 No tiene la forma correcta");
  expect([told("account.created"), told("account.tax_id_kept")]).toEqual([1, 1]);
});

test("a digit that does not match is saved and said; a right one goes without a word", async () => {
  const doubtful = await addAccount("Abarrotes Vega", "VACE-460910-SX6");
  expect(doubtful.notice).toBe("Se guardó la cuenta Abarrotes Vega. El dígito verificador de RFC no coincide; conviene confirmarlo.");
  expect(doubtful.text).toContain("Dígito verificador por confirmar");
  const right = await addAccount("Ana Avío", "AAM090224BC2");
  expect(right.notice).toBe("Se agregó la cuenta Ana Avío.");
  expect(right.text).not.toContain("por confirmar");
  expect(told("account.tax_id_kept")).toBe(1);
});

test("what needs it is not issued to a wrong or a missing one, and says of whom and where", async () => {
  const draft = await marta.visit(`/invoices/${bill(server, { account: "Materiales Norte", lines: [cement] }, false)}`);
  const sentence = "Para emitir hay que corregir RFC de Materiales Norte: «ABC123» no tiene la forma correcta.";
  expect(draft.text).toContain(sentence);
  const refused = await draft.submit("Emitir");
  expect(refused.summary).toContain(sentence);
  expect(refused.text).toContain("Borrador");

  const edit = await marta.visit(draft.link("Ver sus datos"));
  const emptied = await edit.submit("Guardar", { taxId: "" });
  expect(emptied.notice).toBe("Se guardó la cuenta Materiales Norte.");
  const missing = await (await marta.visit(draft.path)).submit("Emitir");
  expect(missing.summary).toContain("Para emitir falta este dato de Materiales Norte: RFC.");

  await (await marta.visit(draft.link("Ver sus datos"))).submit("Guardar", { taxId: "XAXX010101000" });
  const ready = await marta.visit(draft.path);
  expect(ready.text).not.toContain("Para emitir");
  expect((await ready.submit("Emitir")).notice).toContain("Se emitió la factura");
});

test("once there is a fiscal document, a wrong one is not saved at all", async () => {
  const edit = await marta.visit("/accounts/1/edit");
  const again = await edit.submit("Guardar", { taxId: "ABC123" });
  expect(again.errorFor("taxId")).toContain("ya tiene documentos fiscales emitidos");
  expect(hasButton(again, anyway)).toBe(false);
  const forged = await again.submit("Guardar", { taxId: "ABC123", saveTaxIdAnyway: "on" });
  expect(forged.errorFor("taxId")).toContain("ya tiene documentos fiscales emitidos");
  expect((await again.submit("Guardar", { taxId: "XAXX010101000" })).notice).toContain("Se guardó");
});

test("the company's own is asked for in the same way", async () => {
  const form = await marta.visit("/settings/company");
  const again = await form.submit("Guardar", { taxId: "123", address: "Av. Juárez 12" });
  expect(again.errorFor("taxId")).toContain("no tiene la forma correcta");
  expect(again.valueOf("address")).toBe("Av. Juárez 12");
  expect((await again.submit(anyway)).notice).toBe("Ajustes guardados.");
  expect(told("company.tax_id_kept")).toBe(1);
  expect((await (await marta.visit("/settings/company")).submit("Guardar", { address: "Av. Juárez 14" })).notice).toBe("Ajustes guardados.");
});
