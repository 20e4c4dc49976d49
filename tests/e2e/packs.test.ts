import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultsOf, openBrowser, windowFor } from "../support/browser";
import { startCompany } from "../support/company";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let browser: Browser;
beforeAll(async () => {
  ({ server, marta } = await startCompany({ fields: { pack: "ES" } }));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("with scripts too, the second button saves a wrong identification and everything typed", async () => {
  const context = await windowFor(browser, marta, { width: 390, height: 844 });
  const page = await context.newPage();
  await page.goto("/accounts/new");
  await page.locator('[name="name"]').fill("Talleres del Ebro");
  await page.locator('[name="taxId"]').fill("B64717839");
  await page.locator('[name="region"]').fill("Zaragoza");
  expect(await page.getByRole("button", { name: "Guardar de todos modos" }).count()).toBe(0);
  await page.getByRole("button", { name: "Guardar", exact: true }).click();
  const anyway = page.getByRole("button", { name: "Guardar de todos modos" });
  await anyway.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await anyway.click();
  await page.getByRole("heading", { name: "Talleres del Ebro" }).waitFor();
  expect(await page.getByText("No tiene la forma correcta", { exact: true }).isVisible()).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
  await context.close();
});

test("sums typed in Spain keep four digits together and part five", async () => {
  const context = await windowFor(browser, marta);
  const page = await context.newPage();
  await page.goto("/quotes/new?account=1");
  await page.locator('[name="lines.0.description"]').fill("Montaje");
  await page.locator('[name="lines.0.quantity"]').fill("1");
  await page.locator('[name="lines.0.unitPrice"]').fill("1000,5");
  const total = page.locator(".totals > div:last-child dd");
  const plain = async () => (await total.textContent())!.replaceAll("\u00a0", " ");
  expect(await plain()).toMatch(/^1\d{3},\d\d$/);
  await page.locator('[name="lines.0.quantity"]').fill("10");
  expect(await plain()).toMatch(/^\d\d\.\d{3},\d\d$/);
  await context.close();
});
