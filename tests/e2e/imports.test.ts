import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultsOf, openBrowser, windowFor } from "../support/browser";
import { startCompany } from "../support/company";
import { photograph } from "../support/hostile/pictures";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

const folder = join("tests", "data", "import");
let server: RunningServer;
let marta: Visitor;
let browser: Browser;
let desk: BrowserContext;
let page: Page;
const refused: string[] = [];

beforeAll(async () => {
  ({ server, marta } = await startCompany());
  browser = await openBrowser();
  desk = await windowFor(browser, marta);
  page = await desk.newPage();
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  page.on("pageerror", (error) => refused.push(String(error)));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("without a file the form says so, next to the box", async () => {
  await page.goto("/imports/new");
  await page.getByRole("button", { name: "Subir y revisar" }).click();
  await page.waitForURL(/error=required/);
  expect(await page.locator("#file-error").textContent()).toBe("Elija un archivo.");
  expect(await faultsOf(page)).toEqual([]);
});

test("a list is uploaded, its page draws itself anew until it was looked over, and it is applied", async () => {
  await page.goto("/imports/new");
  await page.getByLabel("Archivo").setInputFiles(join(folder, "accounts-ragged.csv"));
  await page.getByRole("button", { name: "Subir y revisar" }).click();
  await page.getByRole("button", { name: "Aplicar 2 renglones" }).waitFor();
  expect(await page.getByRole("table", { name: "Rechazados" }).textContent()).toContain("14 celdas donde el encabezado tiene 13");

  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Descargar los rechazados" }).click()]);
  expect(file.suggestedFilename()).toBe("accounts-ragged - rechazados.csv");

  await page.getByRole("button", { name: "Aplicar 2 renglones" }).click();
  await page.getByRole("link", { name: "Ver las cuentas" }).waitFor();
  expect(await page.getByRole("table", { name: "Agregados" }).getByRole("link").count()).toBe(2);
});

test("several files are attached at once; the picture shows small, opens whole, and one that is taken away is gone", async () => {
  await page.goto("/accounts/1?ver=files");
  await page.getByText("Agregar archivos").click();
  const files = [
    { name: "obra.jpg", mimeType: "image/jpeg", buffer: await photograph() },
    { name: "lista.csv", mimeType: "text/csv", buffer: Buffer.from("a,b") },
  ];
  await page.getByLabel("Elegir archivos").setInputFiles(files);
  await page.getByRole("button", { name: "Adjuntar" }).click();
  await page.getByText("Se adjuntaron 2 archivos.").waitFor();
  const small = page.locator(".files img");
  await expect.poll(() => small.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: "Quitar lista.csv" }).click();
  await page.getByText("Se envió el archivo a la papelera.").waitFor();
  await page.getByRole("button", { name: "Quitar obra.jpg" }).waitFor();
  expect(await page.getByRole("button", { name: "Quitar lista.csv" }).count()).toBe(0);
  expect(refused).toEqual([]);
});

test("a column is given another meaning, and the file is looked over again", async () => {
  await page.goto("/imports/new");
  await page.getByRole("group", { name: "Qué contiene" }).getByText("Artículos y servicios").click();
  await page.getByLabel("Archivo").setInputFiles(join(folder, "catalog.csv"));
  await page.getByRole("button", { name: "Subir y revisar" }).click();
  const product = page.getByLabel("Producto", { exact: true });
  await product.waitFor();
  await product.selectOption({ label: "No importar" });
  await page.getByRole("button", { name: "Revisar de nuevo" }).click();
  await page.getByText("Falta relacionar una columna obligatoria.").waitFor();
  await product.selectOption({ label: "Nombre" });
  await page.getByRole("button", { name: "Revisar de nuevo" }).click();
  await page.waitForURL(/aviso=/);
  await page.getByRole("button", { name: /^Aplicar \d+ rengl/ }).waitFor();
});

test("the browser was refused nothing", () => {
  expect(refused).toEqual([]);
});
