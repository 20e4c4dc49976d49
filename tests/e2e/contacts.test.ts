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
  ({ server, marta } = await startCompany());
  browser = await openBrowser();
  const form = await marta.visit("/accounts/new");
  const long = "Distribuidora de Materiales para la Construcción y Acabados del Noreste, S.A. de C.V.";
  await form.submit("Guardar", { name: long, phone: "81 1234 5678", city: "Monterrey", address: "Av. Ruiz Cortines 1420", tags: "Mayorista, Zona norte" });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("a contact is made with the picker by keyboard, related and told, without a page change on a mistake", async () => {
  const context = await windowFor(browser, marta);
  const page = await context.newPage();
  await page.goto("/contacts/new");
  await page.getByRole("textbox", { name: "Nombre" }).fill("Rosa Elvira");
  const picker = page.getByRole("combobox", { name: "Cuenta" });
  await picker.pressSequentially("materiales");
  await page.getByRole("option", { name: /Distribuidora de Materiales/ }).waitFor();
  await picker.press("ArrowDown");
  await picker.press("Enter");
  expect(await picker.inputValue()).toContain("Distribuidora");
  await page.getByLabel("Puesto").fill("Compras");
  await page.getByRole("textbox", { name: "Correo" }).fill("esto no es");
  await page.getByRole("button", { name: "Guardar" }).click();
  await page.locator("form [role=alert]").waitFor();
  expect(await page.getByRole("textbox", { name: "Nombre" }).inputValue()).toBe("Rosa Elvira");
  expect(await page.getByRole("combobox", { name: "Cuenta" }).inputValue()).toContain("Distribuidora");
  await page.getByRole("textbox", { name: "Correo" }).fill("rosa@ejemplo.test");
  await page.getByRole("button", { name: "Guardar" }).click();
  await page.getByRole("heading", { level: 1, name: "Rosa Elvira" }).waitFor();
  expect(await page.getByText("Se agregó el contacto Rosa Elvira.").count()).toBe(1);
  await context.close();
});

test("another telephone gets its row and the focus, and becomes the main one", async () => {
  const context = await windowFor(browser, marta);
  const page = await context.newPage();
  await page.goto("/accounts/1/edit");
  await page.getByRole("button", { name: "Agregar teléfono o correo" }).click();
  const row = page.getByRole("textbox", { name: "Número o correo" });
  await row.waitFor();
  await row.fill("81 1111 2222");
  await page.getByRole("checkbox", { name: "Es el principal" }).check();
  await page.getByRole("button", { name: "Guardar" }).click();
  await page.getByText("Se guardó la cuenta").waitFor();
  expect(await page.getByRole("link", { name: "81 1111 2222" }).first().getAttribute("href")).toBe("tel:+528111112222");
  expect(await page.getByRole("link", { name: "81 1234 5678" }).first().getAttribute("href")).toBe("tel:+528112345678");
  await context.close();
});

test("another address gets its row, and the page its map", async () => {
  const context = await windowFor(browser, marta);
  const page = await context.newPage();
  await page.goto("/accounts/1/edit");
  await page.getByRole("button", { name: "Agregar dirección" }).click();
  const row = page.getByRole("group", { name: "Otra dirección" });
  await row.getByLabel("Para qué es").selectOption("Entrega");
  await row.getByRole("textbox", { name: "Dirección" }).fill("Bodega 4, km 12");
  await row.getByRole("textbox", { name: "Ciudad" }).fill("Apodaca");
  await page.getByRole("button", { name: "Guardar" }).click();
  await page.getByText("Se guardó la cuenta").waitFor();
  expect(await page.getByRole("link", { name: "Mapa de Bodega 4, km 12" }).getAttribute("href")).toContain("Apodaca");
  await context.close();
});

test("two origins are merged in the browser", async () => {
  const context = await windowFor(browser, marta);
  const page = await context.newPage();
  await page.goto("/settings/origins");
  await page.getByLabel("Se une").selectOption("Licitación");
  await page.getByLabel("Con", { exact: false }).last().selectOption("Otro");
  await page.getByRole("button", { name: "Unir dos orígenes" }).click();
  await page.getByText("Licitación se está uniendo").waitFor();
  await context.close();
});

test("an origin is typed and Enter confirms it", async () => {
  const context = await windowFor(browser, marta);
  const page = await context.newPage();
  await page.goto("/settings/origins");
  await page.getByRole("textbox", { name: "Código" }).fill("rad");
  await page.getByRole("textbox", { name: "Nombre" }).fill("Radio");
  await page.getByRole("textbox", { name: "Nombre" }).press("Enter");
  await page.getByText("Se agregó el origen Radio.").waitFor();
  await page.getByRole("textbox", { name: "Código" }).fill("RAD");
  await page.getByRole("textbox", { name: "Nombre" }).fill("Otra");
  await page.getByRole("textbox", { name: "Nombre" }).press("Enter");
  await page.locator("form [role=alert]").waitFor();
  expect(await page.locator("#new-origin-code-error").textContent()).toBe("El código ya existe.");
  await context.close();
});
