import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { activities, groupMembers, groups, users } from "@/db/schema";
import { type TimesInput, timesOf } from "@/lib/activities/times";
import { addDays } from "@/lib/core/dates";
import { startCompany } from "../support/company";
import { followCalendar } from "../support/followed-calendar";
import { dataOf } from "../support/people";
import type { RunningServer } from "../support/server";
import { textOf, type Visited, type Visitor } from "../support/visit";

/** The clock goes forward on 8 March 2026 and back on 1 November. */
const zone = "America/Tijuana";
const crowdedDay = "2026-05-13";
let server: RunningServer;
let marta: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany({ fields: { pack: "MX", zone } }));
  const planned: [string, TimesInput][] = [
    ["Tras el cambio", { date: "2026-03-08", time: "03:30", endTime: "04:30" }],
    ["Feria", { date: "2026-03-05", time: null, endDate: "2026-03-10" }],
    ["Guardia", { date: "2026-03-10", time: "23:00", endDate: "2026-03-11", endTime: "01:00" }],
    ["Corte", { date: "2026-03-10", time: "10:00", endTime: "12:00" }],
    ["Entrega", { date: "2026-03-10", time: "10:30", endTime: "11:00" }],
    ["Otoño", { date: "2026-11-01", time: "01:30", endTime: "02:30" }],
  ];
  const crowd = Array.from({ length: 30 }, (_, index): [string, TimesInput] => [
    `Visita ${index + 1}`,
    { date: crowdedDay, time: `${String(8 + (index % 10)).padStart(2, "0")}:00` },
  ]);
  plan([...planned, ...crowd]);
});
afterAll(() => server.stop());

function plan(rows: [string, TimesInput][]) {
  const db = dataOf(server);
  const owner = db.select({ id: users.id }).from(users).where(eq(users.email, "marta@ejemplo.test")).get()!;
  for (const [subject, input] of rows) {
    const { moved: _moved, ...times } = timesOf(input, zone);
    db.insert(activities)
      .values({ kind: "appointment", status: "planned", subject, ownerId: owner.id, ...times, createdAt: 0, updatedAt: 0 })
      .run();
  }
  db.$client.close();
}

const calendar = (view: string, date: string, more = "") => marta.visit(`/calendar?vista=${view}&fecha=${date}${more}`);

function eventsOf(page: Visited, place = "table.hours") {
  return page.document.querySelectorAll(`${place} .event`).map(textOf);
}

function cellOf(page: Visited, text: string) {
  return page.document.querySelectorAll("table.hours td.taken").find((cell) => textOf(cell).includes(text))!;
}

test("the week is a table of half hours: as tall as it lasts, side by side with what happens at once, over its days when it takes several", async () => {
  const week = await calendar("semana", "2026-03-10");
  expect(week.document.querySelectorAll("table.hours thead th").map(textOf).slice(0, 2)).toEqual(["lun 9", "mar 10"]);
  expect(["Corte", "Entrega"].map((text) => cellOf(week, text)).map((cell) => [cell.getAttribute("rowspan"), cell.getAttribute("colspan")])).toEqual([
    ["4", "3"],
    ["1", "3"],
  ]);
  expect(cellOf(week, "Feria").getAttribute("colspan")).toBe("12");
  expect(eventsOf(week).filter((text) => text.includes("Guardia"))).toHaveLength(2);
  expect(cellOf(week, "Corte").querySelector("a")!.getAttribute("href")).toMatch(/^\/activities\/\d+$/);
  const before = await calendar("semana", "2026-03-04");
  expect(cellOf(before, "Feria").getAttribute("colspan")).toBe("24");
});

test("the same page has the list of each day, for a narrow screen", async () => {
  const week = await calendar("semana", "2026-03-10");
  expect(week.document.querySelectorAll(".week-lists h2")).toHaveLength(7);
  expect(textOf(week.document.querySelector(".week-lists"))).toContain("Entrega");
});

test("a free hour leads to a new appointment at that hour", async () => {
  const day = await calendar("dia", "2026-03-12");
  const hour = day.document.querySelector("table.hours a[href$='time=09:00']")!;
  expect(hour.getAttribute("aria-label")!.replaceAll("\u00a0", " ")).toBe("Agregar cita el jueves 12, 9:00 a. m.");
  const form = await marta.visit(hour.getAttribute("href")!.replace("&amp;", "&"));
  expect([form.valueOf("date"), form.valueOf("time")]).toEqual(["2026-03-12", "09:00"]);
});

test("the hour that the clock leaves out is not offered, and the page says why", async () => {
  const week = await calendar("semana", "2026-03-08", "&horas=todas");
  const offered = week.document.querySelectorAll("table.hours a").map((link) => link.getAttribute("href")!.replace("&amp;", "&"));
  expect(week.document.querySelectorAll("td.missing")).toHaveLength(1);
  expect(offered).toContain("/activities/new?date=2026-03-08&time=05:00");
  expect(offered).not.toContain("/activities/new?date=2026-03-08&time=02:00");
  expect(offered).toContain("/activities/new?date=2026-03-07&time=02:00");
  expect(week.text).toContain("El 8 de marzo de 2026 se adelanta el reloj y falta una hora (America/Tijuana).");
  const autumn = await calendar("dia", "2026-11-01");
  expect(eventsOf(autumn)).toEqual(["Otoño 1:30 a. m. – 2:30 a. m. · Marta Ríos Reprogramar"]);
  expect(autumn.text).toContain("se atrasa el reloj y una hora se repite");
});

test("working hours come first; the others are a link away and stay while one moves on", async () => {
  const day = await calendar("dia", "2026-03-12");
  expect(day.document.querySelectorAll("table.hours tbody th time").map(textOf)[0]).toBe("7:00 a. m.");
  const whole = await day.open("Ver las 24 horas");
  expect(whole.document.querySelectorAll("table.hours tbody th time")).toHaveLength(24);
  expect((await whole.open("Siguiente")).document.querySelectorAll("table.hours tbody th time")).toHaveLength(24);
});

test("a day that has more than its week shows leads to the day, where everything is", async () => {
  const week = await calendar("semana", crowdedDay);
  expect(eventsOf(week)).toHaveLength(25);
  const day = await week.open("Ver todo el día");
  expect(day.path).toBe(`/calendar?vista=dia&fecha=${crowdedDay}`);
  expect(new Set(eventsOf(day)).size).toBe(30);
  expect((await calendar("mes", crowdedDay)).link("Ver todo el día")).toBe(`/calendar?vista=dia&fecha=${crowdedDay}`);
});

test("before, after, today and the other views keep whose calendar it is", async () => {
  const week = await calendar("semana", "2026-03-10", "&ejecutivo=1");
  expect(week.link("Siguiente")).toBe("/calendar?vista=semana&fecha=2026-03-17&ejecutivo=1");
  expect(week.link("Anterior")).toBe("/calendar?vista=semana&fecha=2026-03-03&ejecutivo=1");
  expect(week.link("Hoy")).toBe("/calendar?vista=semana&ejecutivo=1");
  expect(week.link("Día")).toBe("/calendar?vista=dia&fecha=2026-03-10&ejecutivo=1");
  expect((await calendar("dia", "2026-03-10")).link("Siguiente")).toBe(`/calendar?vista=dia&fecha=${addDays("2026-03-10", 1)}`);
});

test("the day leads to the rest of what is late: a list like the others, searched, taken out, put off many at once and back again", async () => {
  const rest = await (await marta.visit("/")).open("Ver todo (20+)");
  expect(rest.path).toBe("/activities?state=overdue");
  expect(rest.rows().length).toBeGreaterThanOrEqual(35);
  const spring = await marta.visit("/activities?state=overdue&until=2026-06-01");
  expect(spring.text).toContain("35 actividades");
  expect(spring.rows()[0]!.slice(0, 3)).toEqual(["05/03/2026", "Cita", "Feria Reprogramar"]);
  expect((await marta.visit("/activities?q=entrega&state=planned")).rows().map(([, , subject]) => subject)).toEqual(["Entrega Reprogramar"]);
  expect((await (await spring.open("Exportar")).submit("Exportar a CSV")).notice).toBe("El archivo está listo.");

  const picking = await (await marta.visit(`/activities?from=${crowdedDay}&until=${crowdedDay}`)).open("Seleccionar");
  const question = await picking.submit("Cambiar todos los del filtro");
  expect(question.text).toContain("Se cambiarán 30 registros.");
  const begun = await question.submit("Cambiar", { date: "2026-05-20" });
  const path = begun.path.split("?")[0]!;
  expect((await untilItSays(path, "Deshacer el cambio")).text).toMatch(/Cambiados\s*30/);
  expect((await marta.visit("/activities?from=2026-05-20&until=2026-05-20")).rows()).toHaveLength(30);
  const undoing = await (await marta.visit(path)).submit("Deshacer el cambio");
  await untilItSays(undoing.path.split("?")[0]!, "Devueltos30");
  expect((await marta.visit(`/activities?from=${crowdedDay}&until=${crowdedDay}`)).rows()).toHaveLength(30);
});

test("what was done is told for the day it was done, and not for one to come", async () => {
  const late = await (await marta.visit("/activities?q=corte")).open("Corte");
  const refused = await late.submit("Hecho", { result: "Listo", doneOn: "2099-01-01" });
  expect(refused.errorFor("doneOn")).toContain("no puede ser de más tarde que ahora");
  expect(refused.valueOf("result")).toBe("Listo");
  await refused.submit("Hecho", { doneOn: "2026-03-11", doneTime: "13:00" });
  const [row] = (await marta.visit("/activities?state=done&columns=done,result")).rows();
  expect(row).toEqual(["Corte", "Listo", expect.stringMatching(/^11\/03\/2026 1:00/)]);
});

test("every key stands on a page of its own, a link away from every page", async () => {
  const home = await marta.visit("/");
  const own = await marta.visit(home.link("Atajos de teclado"));
  const keys = own.document.querySelectorAll("#keys dt").map((key) => key.querySelectorAll("kbd").map(textOf).join(" "));
  expect(keys).toEqual(expect.arrayContaining(["/", "c", "j k", "?", "g d", "g p", "← →", "Inicio", "1 2 3 4"]));
  expect(home.link("Agregar cuenta")).toBe("/accounts/new");
});

test("one's own calendar is read elsewhere without a session, at an address that is changed and taken back", async () => {
  const soon = addDays(new Date().toISOString().slice(0, 10), 2);
  plan([["Cita con; coma, y más", { date: soon, time: "10:00" }]]);
  await followCalendar({ server, marta }, { subject: "Cita con; coma, y más", wall: `${soon}T10:00`, zone });
});

function untilItSays(path: string, words: string): Promise<Visited> {
  const seen = async () => {
    const page = await marta.visit(path);
    expect(page.text).toContain(words);
    return page;
  };
  return vi.waitFor(seen, { timeout: 60_000, interval: 200 });
}

test("what overlaps is told before it is saved, by its shape and its word afterwards, and forbidden nobody", async () => {
  await (await marta.visit("/activities/new?date=2026-03-17&time=10:00")).submit("Guardar", { kind: "visit", subject: "Inventario", endTime: "12:00" });
  const told = await (await marta.visit("/activities/new?date=2026-03-17&time=11:30")).submit("Guardar", { kind: "call", subject: "Precio" });
  expect(told.errorFor("time")).toContain("Marta Ríos ya tiene «Inventario»");
  expect((await calendar("agenda", "2026-03-17")).text).not.toContain("Se empalma");
  await told.submit("Guardar de todos modos");
  for (const view of ["mes", "semana", "dia", "agenda"]) expect((await calendar(view, "2026-03-17")).text.split("Se empalma").length, view).toBeGreaterThan(2);
});

test("the calendar is narrowed by whom, kind and work centre, and a group's day has a column for each", async () => {
  const db = dataOf(server);
  const group = db.insert(groups).values({ name: "Ventas", createdAt: 0, updatedAt: 0 }).returning().get();
  const marta1 = db.select({ id: users.id }).from(users).where(eq(users.email, "marta@ejemplo.test")).get()!;
  db.insert(groupMembers).values({ groupId: group.id, userId: marta1.id }).run();
  db.$client.close();
  const day = await calendar("dia", "2026-03-10", `&ejecutivo=g${group.id}`);
  expect(day.document.querySelectorAll("table.team thead th").map(textOf)).toEqual(["Marta Ríos"]);
  expect(eventsOf(day, "table.team").some((text) => text.includes("Corte"))).toBe(true);
  const calls = await calendar("agenda", "2026-03-16", "&tipo=call");
  expect(calls.document.querySelectorAll(".agenda .who").map(textOf)).toEqual(["Precio"]);
  expect(calls.document.querySelectorAll(".tabs a").every((link) => link.getAttribute("href")!.includes("tipo=call"))).toBe(true);
});
