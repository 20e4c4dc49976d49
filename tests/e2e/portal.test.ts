import { hash } from "@node-rs/argon2";
import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountContacts } from "@/db/schema";
import { addDays, dayOf } from "@/lib/core/dates";
import { faultsOf, openBrowser, windowFor } from "../support/browser";
import { password, startCompany } from "../support/company";
import { addCustomer, type Customer } from "../support/customers";
import { dataOf, logIn } from "../support/people";
import type { RunningServer } from "../support/server";
import { type Visitor, visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let rosa: Visitor;
let customer: Customer;
let browser: Browser;
let today: string;

beforeAll(async () => {
  ({ server, marta } = await startCompany());
  today = dayOf(Date.now(), "America/Mexico_City");
  const passwordHash = await hash(password, { memoryCost: 65_536, timeCost: 3, parallelism: 1 });
  const db = dataOf(server);
  customer = addCustomer(db, { givenName: "Rosa Elvira", company: "Aurora", email: "rosa@cliente.test", passwordHash }, today);
  db.$client.close();
  rosa = await logIn(server, customer.email);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
];

/** Opens a page, fails on anything the content policy stopped, and looks for faults. */
async function inspect(page: Page, path: string): Promise<string[]> {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && !/status of 40[34]/.test(message.text()) && complaints.push(message.text()));
  await page.goto(path);
  return [...(await faultsOf(page)), ...complaints];
}

test.each(sizes)("the portal has no faults at $width", async (size) => {
  const context = await windowFor(browser, rosa, size);
  for (const path of ["/portal", ...customer.papers.map((id) => `/portal/documents/${id}`), "/portal/documents/999"])
    expect(await inspect(await context.newPage(), path), path).toEqual([]);
  await context.close();
});

test("a link is made, copied and used, with scripts", async () => {
  const staff = await windowFor(browser, marta);
  await staff.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await staff.newPage();
  await page.goto(`/contacts/${customer.contactId}/portal`);
  await page.getByRole("button", { name: "Crear enlace para elegir contraseña" }).click();
  await page.getByRole("button", { name: "Copiar enlace" }).click();
  await page.getByRole("button", { name: "Enlace copiado" }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await page.getByLabel("Enlace para elegir contraseña").inputValue());
  await staff.close();

  const outside = await windowFor(browser, visitor(server.url));
  const tab = await outside.newPage();
  await tab.goto(link);
  await tab.getByLabel("Contraseña nueva").fill("otra frase de Rosa");
  await tab.getByRole("button", { name: "Guardar contraseña" }).click();
  await tab.getByText("Contraseña guardada. Ya puede entrar.").waitFor();
  await tab.getByLabel("Correo").fill(customer.email);
  await tab.getByLabel("Contraseña").fill("otra frase de Rosa");
  await tab.getByRole("button", { name: "Entrar" }).click();
  await tab.getByRole("heading", { level: 1, name: /Rosa Elvira/ }).waitFor();
  await outside.close();
  expect((await rosa.visit("/portal")).path).toContain("/login");
  rosa = await logIn(server, customer.email, "otra frase de Rosa");
});

test("a tab left open gets the courteous page at its next step, and going back shows nothing", async () => {
  const context = await windowFor(browser, rosa);
  const page = await context.newPage();
  await page.goto("/portal");
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: /^PDF, Factura/ }).click();
  expect((await waiting).suggestedFilename()).toMatch(/\.pdf$/);
  await page.goto("/portal");

  const db = dataOf(server);
  db.update(accountContacts)
    .set({ serviceEndsOn: addDays(today, -1) })
    .where(eq(accountContacts.id, customer.relationId))
    .run();
  db.$client.close();
  await page.getByRole("link", { name: /^Factura/ }).click();
  await page.getByRole("heading", { name: "Por ahora el portal no está disponible para usted" }).waitFor();
  expect(await page.locator("body").innerText()).not.toMatch(/Aurora|A-0000/);
  expect(await inspect(await context.newPage(), "/portal")).toEqual([]);
  await page.goBack();
  await page.getByRole("heading", { name: "Por ahora el portal no está disponible para usted" }).waitFor();
  await context.close();
});
