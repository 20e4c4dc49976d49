import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dayOf, firstOfMonth, firstOfWeek } from "@/lib/core/dates";
import { faultsOf, openBrowser, windowFor } from "../support/browser";
import { startCompany } from "../support/company";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

const zone = "America/Mexico_City";
const today = dayOf(Date.now(), zone);
/** Two days of one week in the middle of the month, so that the grid holds both. */
const monday = firstOfWeek(addDays(firstOfMonth(today), 14));
const wednesday = addDays(monday, 2);
let server: RunningServer;
let marta: Visitor;
let browser: Browser;
let desk: BrowserContext;
let page: Page;
const refused: string[] = [];

beforeAll(async () => {
  ({ server, marta } = await startCompany({ fields: { pack: "MX", zone } }));
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

type Size = { width: number; height: number; hour: number };
type Way = { from: [number, number]; by: [number, number] };

/** Takes the first box of that name where `way` says, and draws it from there. */
async function drag(name: string, way: (size: Size) => Way) {
  const event = page.locator(".rbc-event", { hasText: name }).first();
  await event.waitFor();
  await event.scrollIntoViewIfNeeded();
  await event.hover();
  const { x, y, width, height } = (await event.boundingBox())!;
  const group = page.locator(".rbc-timeslot-group").first();
  const hour = (await group.count()) > 0 ? (await group.boundingBox())!.height : 0;
  const { from, by } = way({ width, height, hour });
  const at = (part: number) => [x + from[0] + by[0] * part, y + from[1] + by[1] * part] as const;
  await page.mouse.move(...at(0));
  await page.mouse.down();
  await page.mouse.move(...at(0.5), { steps: 8 });
  await page.mouse.move(...at(1), { steps: 8 });
  await page.mouse.up();
}

test("a prospect with its appointment is written with scripts", async () => {
  await page.goto("/prospects/new");
  await page.getByLabel("Nombre").fill("Rosa Elvira Ibáñez");
  await page.getByLabel("Empresa").fill("Ferretería La Paloma");
  await page.getByLabel("Teléfono").fill("81 1234 5678");
  await page.getByLabel("Asunto").fill("Lista de precios");
  await page.getByLabel("Fecha de la cita").fill(monday);
  await page.getByLabel("Hora", { exact: true }).fill("10:20");
  await page.getByRole("group", { name: "Color de notificación" }).getByText("Coral").click();
  await page.getByRole("group", { name: "Color de letra" }).getByText("Índigo").click();
  await page.getByRole("button", { name: "Guardar" }).last().click();
  await page.waitForURL(/\/prospects\/1\?/);
  expect(await page.getByRole("status").textContent()).toContain("Se agregó el prospecto 1.");
});

test("the month is dragged: the appointment keeps its hour and stays where it was dropped", async () => {
  await page.goto(`/calendar?vista=mes&fecha=${monday}`);
  await drag("Lista de precios", ({ width, height }) => ({ from: [20, height / 2], by: [width * 2, 0] }));
  await page.waitForURL(/aviso=/);
  expect(await page.getByRole("status").textContent()).toMatch(/Quedó para .* 10:20/);
  expect(await page.locator(".rbc-event-content", { hasText: "Lista de precios" }).getAttribute("title")).toContain("10:20");

  const activity = await marta.visit("/activities/1/edit");
  expect([activity.valueOf("date"), activity.valueOf("time"), activity.valueOf("endTime")]).toEqual([wednesday, "10:20", "11:20"]);
});

test("the week is dragged to another hour, to the minute of its grid, and by its lower end to last longer", async () => {
  await page.goto(`/calendar?vista=semana&fecha=${wednesday}`);
  await drag("Lista de precios", ({ hour }) => ({ from: [20, 8], by: [0, hour] }));
  await page.waitForURL(/aviso=/);
  const activity = await marta.visit("/activities/1/edit");
  expect(activity.valueOf("date")).toBe(wednesday);
  expect(activity.valueOf("time")).toMatch(/^11:(00|30|20)$/);

  await drag("Lista de precios", ({ width, height, hour }) => ({ from: [width / 2, height - 3], by: [0, hour] }));
  await expect.poll(async () => (await marta.visit("/activities/1/edit")).valueOf("endTime")! >= "13:00").toBe(true);
});

test("one of what comes again asks which of them, and the others go along", async () => {
  const form = await marta.visit(`/activities/new?date=${monday}`);
  await form.submit("Guardar", { kind: "visit", subject: "Surtir", time: "09:00", repeatUnit: "week", repeatUntil: addDays(monday, 14) });
  await page.goto(`/calendar?vista=mes&fecha=${monday}`);
  await drag("Surtir", ({ width, height }) => ({ from: [20, height / 2], by: [width, 0] }));
  await page.waitForURL(/do=move/);
  expect(await page.locator("#move [name=date]").inputValue()).toBe(addDays(monday, 1));
  expect(await faultsOf(page)).toEqual([]);
  await page.getByText("A esta y las siguientes").click();
  await page.locator("#move").getByRole("button", { name: "Reprogramar", exact: true }).click();
  await page.waitForURL(/\/calendar\?.*aviso=/);
  const agenda = await marta.visit(`/calendar?vista=agenda&fecha=${addDays(monday, 8)}`);
  expect(agenda.document.querySelectorAll(".agenda .who").filter((link) => link.text.includes("Surtir"))).toHaveLength(2);
});

test("each view is drawn, and «Hoy» keeps it", async () => {
  for (const [name, view] of Object.entries({ Mes: "mes", Semana: "semana", Día: "dia", Agenda: "agenda" })) {
    await page.goto(`/calendar?vista=mes&fecha=${wednesday}`);
    await page.getByRole("link", { name, exact: true }).click();
    await page.waitForURL(new RegExp(`vista=${view}`));
    await page.locator(".rbc-calendar", { hasText: "Lista de precios" }).waitFor();
    await page.getByRole("link", { name: "Hoy", exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get("vista") === view && !url.searchParams.has("fecha"));
  }
});

test("a day that has more than its month shows says so where one looks", async () => {
  for (let hour = 8; hour < 15; hour += 1) {
    const form = await marta.visit(`/activities/new?date=${monday}`);
    await form.submit("Guardar", { kind: "task", subject: `Tarea ${hour}`, time: `${String(hour).padStart(2, "0")}:00` });
  }
  await page.goto(`/calendar?vista=mes&fecha=${monday}&ejecutivo=1`);
  await page.locator(".rbc-event", { hasText: "Ver todo el día" }).click();
  await page.waitForURL((url) => url.search === `?vista=dia&fecha=${monday}&ejecutivo=1`);
});

test("axe finds nothing on the server's own week and day, where there is no room to drag", async () => {
  const context = await windowFor(browser, marta);
  await context.addInitScript(() => {
    window.matchMedia = () => Object.assign(new EventTarget(), { matches: false }) as MediaQueryList;
  });
  const plain = await context.newPage();
  for (const width of [390, 1280]) {
    await plain.setViewportSize({ width, height: 900 });
    for (const view of ["semana", "dia"]) {
      await plain.goto(`/calendar?vista=${view}&fecha=${monday}`);
      expect(await plain.locator("table.hours").isVisible(), `${view} ${width}`).toBe(view === "dia" || width > 900);
      expect(await faultsOf(plain), `${view} ${width}`).toEqual([]);
      expect(await plain.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${view} ${width}`).toBeLessThanOrEqual(0);
    }
  }
  await context.close();
});

test("what a calendar names leads to it, and an empty week is scrolled by keys", async () => {
  await page.goto(`/calendar?vista=semana&fecha=${wednesday}`);
  const event = page.locator(".rbc-event", { hasText: "Lista de precios" });
  await event.getByRole("link", { name: "Ferretería La Paloma" }).click();
  await page.waitForURL(/\/prospects\/1$/);
  await page.goto(`/calendar?vista=semana&fecha=${addDays(wednesday, 700)}`);
  await page.getByRole("region", { name: "Horas" }).focus();
  expect(await page.locator(".rbc-time-content").evaluate((box) => box === document.activeElement)).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
});

test("the policy of the page refused nothing and nothing failed", () => {
  expect(refused).toEqual([]);
});

const calendars = ["mes", "semana", "dia", "agenda"].map((view) => `/calendar?vista=${view}&fecha=${wednesday}`);

test.each([390, 1280])("axe finds nothing on the calendar at %i px", async (width) => {
  const context = await windowFor(browser, marta, { width });
  const view = await context.newPage();
  const faults: string[] = [];
  for (const path of calendars) {
    await view.goto(path);
    if (width > 900) await view.locator(".rbc-calendar").waitFor();
    faults.push(...(await faultsOf(view)).map((fault) => `${path} ${fault}`));
  }
  await context.close();
  expect(faults).toEqual([]);
});

test("a note is pinned and the next action planned, then two lines of the day are done by a tap each", async () => {
  await (await marta.visit("/accounts/new")).submit("Guardar", { name: "Acme del Norte" });
  await page.goto("/accounts/1");
  const form = page.locator("#follow-up");
  await form.getByLabel("Agregar seguimiento").fill("Pide crédito");
  await form.getByText("Siguiente acción, avisar a alguien o fijar").click();
  await form.getByLabel("Fijar arriba").check();
  await form.getByLabel("Asunto").fill("Confirmar crédito");
  await form.getByRole("button", { name: "Guardar" }).last().click();
  await form.getByText("Elija la fecha.").first().waitFor();
  await form.getByLabel("Próxima fecha").fill(today);
  await form.getByRole("button", { name: "Guardar" }).last().click();
  await page.getByRole("heading", { name: "Fijado" }).waitFor();
  expect(await page.getByText("Confirmar crédito").count()).toBeGreaterThan(0);

  await (await marta.visit("/activities/new?account=1&kind=task")).submit("Guardar", { subject: "Entregar muestras", date: today });
  await page.goto("/");
  for (const subject of ["Confirmar crédito", "Entregar muestras"]) {
    const done = page.getByRole("button", { name: `Hecho: ${subject}` });
    await done.click();
    await done.waitFor({ state: "detached" });
  }
});
