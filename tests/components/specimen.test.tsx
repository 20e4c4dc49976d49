import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultsOf } from "../support/browser";
import { type Look, openBrowser, show } from "./specimen/browser";
import { FormSpecimen } from "./specimen/form";
import { ListSpecimen } from "./specimen/list";
import { LoginSpecimen, PortalSpecimen, StatusSpecimen } from "./specimen/outside";
import { RecordSpecimen } from "./specimen/record";
import { RefusedSpecimen } from "./specimen/refused";
import { document } from "./specimen/render";

const specimens = {
  list: <ListSpecimen />,
  record: <RecordSpecimen />,
  form: <FormSpecimen />,
  refused: <RefusedSpecimen />,
  login: <LoginSpecimen />,
  portal: <PortalSpecimen />,
  status: <StatusSpecimen />,
};
/** Contrast in both schemes is computed elsewhere; `SPECIMEN_DIR` draws all four, to look at. */
const looks: Look[] = [
  { width: 390, scheme: "light" },
  { width: 1280, scheme: "dark" },
];
const drawn: Look[] = [...looks, { width: 390, scheme: "dark" }, { width: 1280, scheme: "light" }];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each(Object.entries(specimens))("%s: axe finds nothing and nothing runs off the side", async (name, specimen) => {
  for (const look of process.env.SPECIMEN_DIR ? drawn : looks) {
    const page = await show(browser, document(specimen), look);
    if (process.env.SPECIMEN_DIR) await page.screenshot({ path: `${process.env.SPECIMEN_DIR}/${name}-${look.width}-${look.scheme}.png`, fullPage: true });
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
    await page.context().close();
  }
});

test("at 200 % zoom, which is 640 px, a list is still whole", async () => {
  const page = await show(browser, document(specimens.list), { width: 640, scheme: "light" });
  expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  await page.context().close();
});

test("what a thumb presses is 44 px high", async () => {
  const page = await show(browser, document(specimens.record), { width: 390, scheme: "light" });
  const low = await page.locator(".button, .input, .thumb a, .thumb summary, .tabs a").evaluateAll((all) =>
    all.flatMap((one) => {
      const { height } = one.getBoundingClientRect();
      return height > 0 && height < 44 ? [`${one.className} ${one.textContent} ${height}`] : [];
    }),
  );
  expect(low).toEqual([]);
  await page.context().close();
});

test("the phone's menu opens by its link alone", async () => {
  const page = await show(browser, document(specimens.list), { width: 390, scheme: "light" });
  await page.getByRole("link", { name: "Menú", exact: true }).click();
  expect(await page.getByRole("link", { name: "Oportunidades" }).isVisible()).toBe(true);
  await page.getByRole("link", { name: "Cerrar" }).click();
  expect(await page.getByRole("link", { name: "Oportunidades" }).isVisible()).toBe(false);
  await page.context().close();
});

test("no menu of the phone opens beyond its edges", async () => {
  const page = await show(browser, document(specimens.record), { width: 390, scheme: "light" });
  for (const name of ["Más", "Crear", "Nuevo"]) {
    const menu = page.locator("details.menu", { has: page.locator("summary", { hasText: name }) }).filter({ visible: true });
    await menu.locator("summary").click();
    const { x, y, width, height } = (await menu.locator(".menu-list").boundingBox())!;
    expect([x >= 0, x + width <= 390, y >= 0, y + height <= 900]).toEqual([true, true, true, true]);
    await menu.locator("summary").click();
  }
  await page.context().close();
});
