import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, windowFor } from "../support/browser";
import { startCompany } from "../support/company";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let browser: Browser;
beforeAll(async () => {
  ({ server, marta } = await startCompany({ fields: { pack: "MX", zone: "America/Mexico_City" } }));
  browser = await openBrowser();
  await (await marta.visit("/accounts/new")).submit("Guardar", { name: "Constructora Peña", taxId: "COP990101AB1" });
  await (await marta.visit("/catalog/new")).submit("Guardar", { code: "CEM-50", name: "Cemento gris 50 kg", unit: "saco", unitPrice: "228.50" });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("an item chosen while typing fills its row, sums follow, and the quote goes on to an invoice to be collected", async () => {
  const context = await windowFor(browser, marta);
  const page = await context.newPage();
  await page.goto("/quotes/new?account=1");
  const item = page.getByRole("combobox", { name: "Artículo o servicio" });
  await item.pressSequentially("cemen");
  await page.getByRole("option", { name: /Cemento gris/ }).click();
  const box = (name: string) => page.locator(`[name="lines.0.${name}"]`);
  expect([await box("description").inputValue(), await box("unit").inputValue(), await box("unitPrice").inputValue()]).toEqual([
    "Cemento gris 50 kg",
    "saco",
    "228.5",
  ]);
  await box("quantity").fill("120");
  const total = page.locator(".totals > div:last-child dd");
  expect(await total.textContent()).toBe("31,807.20");
  await page.locator('[name="discount"]').fill("10");
  expect(await total.textContent()).toBe("28,626.48");

  await box("unitPrice").press("Enter");
  await page.locator('[name="lines.1.quantity"]').waitFor();
  expect(await box("description").inputValue()).toBe("Cemento gris 50 kg");
  expect(await total.textContent()).toBe("28,626.48");
  await page.locator('[value="lines.remove.1"]').click();
  await page.locator('[name="lines.1.quantity"]').waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Guardar borrador" }).click();
  await page.getByRole("heading", { level: 1, name: "Cotización COT-00001" }).waitFor();
  expect(await total.textContent()).toBe("$28,626.48");
  for (const [button, title] of [
    ["Enviar", "Cotización COT-00001"],
    ["Hacer pedido", "Pedido PED-00001"],
    ["Confirmar pedido", "Pedido PED-00001"],
    ["Facturar", "Factura en borrador"],
    ["Emitir", "Factura A-00001"],
  ] as const) {
    await page.getByRole("button", { name: button, exact: true }).first().click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await page.getByRole("status").first().waitFor();
  }
  expect(await page.getByRole("link", { name: "Registrar cobro" }).getAttribute("href")).toMatch(/^\/receipts\/new\?invoice=\d+$/);
  expect(await page.getByRole("navigation", { name: "De dónde viene y qué siguió" }).getByRole("link").allTextContents()).toEqual(["COT-00001", "PED-00001"]);
  await context.close();
});
