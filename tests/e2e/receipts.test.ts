import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleLogo } from "../lib/documents/pdf/sample";
import { bill } from "../support/billing";
import { openBrowser, windowFor } from "../support/browser";
import { startCompany } from "../support/company";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let browser: Browser;
const long = "Distribuidora de Materiales para la Construcción y Acabados del Noreste, S.A. de C.V.";

beforeAll(async () => {
  ({ server, marta } = await startCompany());
  bill(server, { account: long, lines: [{ description: "Cemento gris", unitPrice: "1000" }] });
  bill(server, { account: long, lines: [{ description: "Varilla", unitPrice: "500.5" }] });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("money is taken in two ways, a mistake corrected where it stands, the rest applied, and all taken back", async () => {
  const context = await windowFor(browser, marta);
  const page = await context.newPage();
  await page.goto("/receipts/new");
  await page.getByRole("link", { name: long }).click();
  await page.getByRole("textbox", { name: "Importe" }).fill("300");
  await page.getByRole("button", { name: "Agregar otro medio de pago" }).click();
  await page.getByRole("textbox", { name: "Importe" }).nth(1).fill("450");
  await page.getByRole("combobox", { name: "Medio de pago" }).nth(1).selectOption("cash");
  await page.getByRole("checkbox", { name: "Aplicar lo demás a las facturas más antiguas" }).uncheck();
  await page.getByRole("textbox", { name: "Aplicar a A-00002" }).fill("600");
  await page.getByRole("button", { name: "Registrar cobro", exact: true }).click();
  await page.getByText("La factura A-00002 solo debe $500.50.").nth(1).waitFor();
  expect(await page.getByRole("textbox", { name: "Importe" }).nth(1).inputValue()).toBe("450");

  await page.getByRole("textbox", { name: "Aplicar a A-00002" }).fill("500.50");
  await page.getByRole("button", { name: "Registrar cobro", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Recibo REC-00001" }).waitFor();
  expect(await page.getByText("Quedan $249.50 sin aplicar.").count()).toBe(1);
  await page.getByRole("button", { name: "Aplicar saldo" }).click();
  await page.getByText("Se aplicó el saldo del cobro REC-00001.").waitFor();

  await page.getByRole("textbox", { name: "Motivo de la anulación" }).fill("Se cobró dos veces");
  await page.getByRole("button", { name: "Anular cobro" }).click();
  await page.getByText("El cobro REC-00001 quedó anulado").waitFor();
  await context.close();
});

test("a logo is sent, shown and stands in the settings", async () => {
  const context = await windowFor(browser, marta);
  const page = await context.newPage();
  await page.goto("/settings/company");
  await page.locator("#file").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("no es una imagen") });
  await page.getByRole("button", { name: "Subir logotipo" }).click();
  await page.getByText("La imagen no se puede leer.").first().waitFor();
  await page.locator("#file").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: await sampleLogo() });
  await page.getByRole("button", { name: "Subir logotipo" }).click();
  await page.getByText("Ajustes guardados.").waitFor();
  await page.getByRole("img", { name: "Logotipo de Ferretería El Sauce" }).waitFor();
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('img[alt^="Logotipo"]')?.naturalWidth === 480);
  await context.close();
});
