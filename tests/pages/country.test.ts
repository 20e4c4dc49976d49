import { afterAll, beforeAll, expect, test } from "vitest";
import { packs } from "@/lib/i18n/packs";
import { bill } from "../support/billing";
import { password, setupPath } from "../support/company";
import { type RunningServer, startServer } from "../support/server";
import { type Visitor, visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
beforeAll(async () => {
  server = await startServer();
  marta = visitor(server.url);
});
afterAll(() => server.stop());

test("set-up offers every country, and what follows from the chosen one is there at once", async () => {
  const setup = await marta.visit(setupPath(server));
  const own = setup.document.querySelectorAll("form").find((form) => form.querySelector("input[name=companyName]"))!;
  const offered = own.querySelectorAll("select[name=pack] option");
  expect(offered.map((option) => option.getAttribute("value")).sort()).toEqual(Object.keys(packs).sort());
  expect(offered.at(-1)!.textContent).toBe("Otro país · USD");
  const person = { companyName: "Bodega Surco", name: "Marta Ríos", email: "marta@ejemplo.test", password };
  expect((await setup.submit("Empezar", { ...person, pack: "PE" })).path).toBe("/");

  const company = await marta.visit("/settings/company");
  for (const part of ["Perú", "PEN", "S/ 1,234.50", "6:07 p. m.", "A4"]) expect(company.text.replaceAll("\u00a0", " ")).toContain(part);
  expect(company.valueOf("zone")).toBe("America/Lima");
  const taxes = (await marta.visit("/settings/taxes")).rows().map(([, code]) => code);
  expect(taxes).toEqual(expect.arrayContaining(["IGV18", "IGV105", "ICBPER"]));
  expect(taxes).not.toContain("IGV10");
  expect((await marta.visit("/accounts/new")).text).toContain("RUC");
});

test("before the first document it moves, and speaks as people do there", async () => {
  const page = await marta.visit("/settings/company");
  const moved = await page.submit("Cambiar de país", { pack: "UY" });
  expect(moved.notice).toBe("Ajustes guardados.");
  const company = await marta.visit("/settings/company");
  for (const part of ["Uruguay", "UYU", "$ 1.234,50", "18:07"]) expect(company.text.replaceAll("\u00a0", " ")).toContain(part);
  expect(company.valueOf("priceMode")).toBe("tax_included");
  expect((await marta.visit("/quotes")).title).toBe("Presupuestos");
  expect((await marta.visit("/accounts/new")).text).toContain("RUT");
});

test("after the first one it stays, and says why", async () => {
  const body = (await marta.visit("/settings/company")).bodyFor("Cambiar de país", { pack: "CO" });
  bill(server, { account: "Acme", lines: [{ description: "Cal", unitPrice: "80" }] }, false);
  const company = await marta.visit("/settings/company");
  expect(company.text).toContain("Ya hay documentos: el país y la moneda no cambian.");
  expect(() => company.bodyFor("Cambiar de país")).toThrow();
  const forged = await marta.post("/settings/company", body);
  expect(forged.text).toContain("Ya hay documentos: el país y la moneda no cambian.");
  expect((await marta.visit("/settings/company")).text).toContain("Uruguay");
});
