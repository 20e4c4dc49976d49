import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, windowFor } from "../support/browser";
import { startCompany } from "../support/company";
import { dataOf } from "../support/people";
import { promise } from "../support/promise";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let browser: Browser;
beforeAll(async () => {
  ({ server, marta } = await startCompany());
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test.each([
  ["with scripts", true],
  ["without scripts", false],
])("a double click makes one account, %s", async (name, javaScriptEnabled) => {
  const context = await windowFor(browser, marta, { javaScriptEnabled });
  const page = await context.newPage();
  await page.goto("/accounts/new");
  await page.locator("input[name=name]").fill(`Doble ${name}`);
  await page.getByRole("button", { name: "Guardar", exact: true }).dblclick();
  // Not `waitForURL`: it fails when the second click cuts the first navigation short.
  await page.getByRole("heading", { level: 1, name: `Doble ${name}` }).waitFor();
  expect(page.url()).toMatch(/\/accounts\/\d+/);
  expect(countOf(`Doble ${name}`)).toBe(1);

  promise("D6", `double click ${name}: 1 account`);
  await context.close();
});

function countOf(name: string): number {
  const db = dataOf(server);
  const count = db.$client.prepare("select count(*) from accounts where name = ?").pluck().get(name) as number;
  db.$client.close();
  return count;
}
