import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultsOf, openBrowser, windowFor } from "../support/browser";
import { startCompany } from "../support/company";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let browser: Browser;
let desk: BrowserContext;
let page: Page;

beforeAll(async () => {
  ({ server, marta } = await startCompany({ fields: { pack: "MX", zone: "America/Mexico_City" } }));
  for (const name of ["Acme", "Bodegas del Norte", "Cementos Ruiz"]) await (await marta.visit("/accounts/new")).submit("Guardar", { name });
  browser = await openBrowser();
  desk = await windowFor(browser, marta);
  await desk.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await desk.newPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

/** Goes there and waits until scripts listen. */
async function open(path: string) {
  await page.goto(path);
  const help = page.getByRole("dialog", { name: "Atajos de teclado" });
  await expect
    .poll(async () => {
      await page.keyboard.press("?");
      return help.isVisible();
    })
    .toBe(true);
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  await page.waitForFunction(() => !document.activeElement?.closest("dialog"));
}

test("g and a letter go where the menu says, j and k walk the list, Enter opens", async () => {
  await open("/");
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await page.waitForURL("**/accounts");
  await open("/accounts");
  await page.keyboard.press("j");
  expect(await focused()).toBe("Acme");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  expect(await focused()).toBe("Bodegas del Norte");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/accounts\/2(\?|$)/);
});

test("c opens what the page creates, / the search; while one types nothing happens, nor with Control", async () => {
  await open("/accounts/2");
  await page.keyboard.press("c");
  expect(await page.locator("main details.menu[open] summary").textContent()).toBe("Crear");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+c");
  await page.keyboard.press("/");
  await page.keyboard.type("c?gp/");
  expect(await page.locator("#search").inputValue()).toBe("c?gp/");
  expect(page.url()).toMatch(/\/accounts\/2$/);
  await open("/settings");
  await page.keyboard.press("c");
  expect(await page.locator(".top details[open] summary").textContent()).toBe("Nuevo");
  await open("/contacts");
  await page.keyboard.press("c");
  await page.waitForURL("**/contacts/new");
});

test("g is forgotten once the focus goes elsewhere", async () => {
  await open("/contacts");
  await page.keyboard.press("g");
  await page.locator("main a").first().focus();
  await page.keyboard.press("c");
  await page.waitForURL("**/contacts/new");
});

test("? lists the keys, Escape closes them, and who does not want them turns them off", async () => {
  await open("/accounts");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Atajos de teclado" });
  expect(await help.locator("kbd").count()).toBeGreaterThan(20);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });

  await open("/settings/me#keys");
  await page.getByLabel("Usar estas teclas en este navegador").uncheck();
  await page.getByRole("heading", { name: "Atajos de teclado" }).click();
  await page.keyboard.press("?");
  await page.keyboard.press("c");
  expect([await help.isVisible(), await page.locator(".top details[open]").count()]).toEqual([false, 0]);
  await page.getByLabel("Usar estas teclas en este navegador").check();
  await page.getByRole("heading", { name: "Atajos de teclado" }).click();
  await page.keyboard.press("?");
  await help.waitFor();
});

test("the calendar's keys change its dates and its view", async () => {
  await open("/calendar?vista=mes&fecha=2026-03-10");
  await page.keyboard.press("2");
  await page.waitForURL(/vista=semana/);
  await open("/calendar?vista=semana&fecha=2026-03-10");
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/fecha=2026-03-17/);
  await open("/calendar?vista=semana&fecha=2026-03-17");
  await page.keyboard.press("Home");
  await page.waitForURL(/vista=semana$/);
});

test("«Copiar enlace» copies the record's own address and says so", async () => {
  await open("/accounts/2?aviso=x");
  await page.getByRole("button", { name: "Copiar enlace" }).click();
  await page.getByRole("button", { name: "Copiado" }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${server.url}/accounts/2`);
});

test("a list is arranged, kept as a view, changed many at a time and taken out, without losing its place", async () => {
  await page.goto("/accounts?sort=-name");
  await page.getByRole("link", { name: "Columnas" }).click();
  await page.getByRole("checkbox", { name: "Código", exact: true }).check();
  await page.getByRole("button", { name: "Guardar" }).click();
  await page.getByText("Se guardaron sus columnas.").waitFor();
  const heads = () => page.getByRole("columnheader").allTextContents();
  expect(await heads()).toContain("Código");

  await page.getByRole("link", { name: "Guardar vista" }).click();
  await page.getByRole("textbox", { name: "Nombre de la vista" }).first().fill("De la Z a la A");
  await page.getByRole("button", { name: "Guardar vista" }).click();
  await page.getByText("Se guardó la vista «De la Z a la A».").waitFor();
  await page.goto("/accounts");
  await page.getByRole("link", { name: "De la Z a la A" }).click();
  await page.waitForURL(/sort=-name/);
  expect(await page.locator("tbody tr a").first().textContent()).toBe("Cementos Ruiz");

  await page.getByRole("link", { name: "Seleccionar" }).click();
  for (const name of ["Acme", "Cementos Ruiz"]) await page.getByRole("checkbox", { name: `Elegir ${name}` }).check();
  await page.getByRole("button", { name: "Cambiar los elegidos" }).click();
  await page.getByRole("textbox", { name: "Poner etiquetas" }).fill("Preferente");
  await page.getByRole("button", { name: "Cambiar", exact: true }).click();
  await page.getByRole("button", { name: "Deshacer el cambio" }).waitFor({ timeout: 60_000 });
  expect(await faultsOf(page)).toEqual([]);

  await page.goto("/accounts?sort=-name&columns=name,tags");
  await page.getByRole("link", { name: "Exportar" }).click();
  await page.getByRole("button", { name: "Exportar a CSV" }).click();
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Descargar" }).click();
  const text = await readFile(await (await file).path(), "utf8");
  expect(text.replace("\uFEFF", "").trim().split("\r\n")).toEqual(["Nombre,Etiquetas", "Cementos Ruiz,Preferente", "Bodegas del Norte,", "Acme,Preferente"]);
});
