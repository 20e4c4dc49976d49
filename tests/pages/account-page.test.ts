import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/core/dates";
import { startCompany } from "../support/company";
import { hire } from "../support/people";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let rita: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany());
  ({ rita } = await hire(server, { rita: { name: "Rita", profile: "Solo lectura" } }));
  const form = await marta.visit("/accounts/new");
  await form.submit("Guardar", {
    name: "Ferretería El Sauce",
    phone: "81 1234 5678",
    city: "Monterrey",
    tags: "Mayorista, Zona norte",
    internalNote: "Paga tarde",
  });
  await (await marta.visit("/accounts/new")).submit("Guardar", { name: "Otra", tags: "Mayorista" });
});
afterAll(() => server.stop());

const textsOf = (page: Awaited<ReturnType<Visitor["visit"]>>, selector: string) => page.document.querySelectorAll(selector).map((one) => one.text.trim());

test("the head says what it is and offers what its viewer may make", async () => {
  const page = await marta.visit("/accounts/1");
  expect(page.text).toContain("Prospecto · Monterrey, México");
  expect(page.link("Llamar")).toBe("tel:+528112345678");
  expect(page.link("WhatsApp")).toBe("https://wa.me/528112345678");
  expect(page.link("Ver en el mapa")).toContain("Monterrey");
  expect([page.link("Cotización"), page.link("Registrar cobro"), page.link("Tarea")]).toEqual([
    "/quotes/new?account=1",
    "/receipts/new?account=1",
    "/activities/new?account=1&kind=task",
  ]);
  expect(textsOf(page, ".strip dt")).toEqual(["Saldo", "Vencido", "Última compra", "Próxima acción"]);

  const read = await rita.visit("/accounts/1");
  expect(textsOf(read, ".menu-list a").filter((label) => label === "Cotización")).toEqual([]);
  expect(read.text).not.toContain("Paga tarde");
  expect(() => read.link("Editar")).toThrow();
});

test("a follow-up is one box: it stands in the history and its error beside what was typed", async () => {
  const page = await marta.visit("/accounts/1");
  const refused = await page.submit("Guardar", { notes: " " });
  expect(refused.errorFor("notes")).toBe("Este dato es obligatorio.");
  const saved = await refused.submit("Guardar", { notes: "Quieren varilla de 3/8 cada quince días", kind: "visit" });
  expect(saved.notice).toBe("Se registró el seguimiento.");
  expect(saved.text).toContain("Visita: Quieren varilla de 3/8 cada quince días");
});

test("small changes fold into one line that names the fields", async () => {
  await (await marta.visit("/accounts/1/edit")).submit("Guardar", { city: "Apodaca" });
  await (await marta.visit("/accounts/1/edit")).submit("Guardar", { city: "Saltillo", website: "sauce.mx" });
  const page = await marta.visit("/accounts/1");
  expect(textsOf(page, ".timeline summary")).toEqual(["+2 cambios: ciudad, sitio web"]);
  expect(page.text).toContain("Ciudad: antes «Monterrey», ahora «Saltillo»");
});

test("every tab has an address and says when it is empty", async () => {
  for (const tab of ["appointments", "tasks", "quotes", "orders", "invoices", "receipts", "prospects"]) {
    const page = await marta.visit(`/accounts/1?ver=${tab}`);
    expect([page.status, textsOf(page, "[aria-current=page]").length > 0], tab).toEqual([200, true]);
    expect(page.text, tab).toContain(tab === "appointments" ? "Visita: Quieren" : "Todavía no hay nada aquí.");
  }
  expect((await marta.visit("/accounts/1?ver=nonsense&cursor=zzz")).text).toContain("Visita: Quieren");
});

test("a tag leads to the accounts that have it", async () => {
  const list = await (await marta.visit("/accounts/1")).open("Mayorista");
  expect(list.rows().map(([name]) => name)).toEqual(["Ferretería El Sauce", "Otra"]);
  expect(list.text).toContain("Con la etiqueta Mayorista");
  const other = await (await marta.visit("/accounts/1")).open("Zona norte");
  expect(other.rows()).toHaveLength(1);
});

test("the search finds by kind, and says when nothing is there", async () => {
  const found = await marta.visit("/search?q=8112345678");
  expect(found.link("Ferretería El Sauce")).toBe("/accounts/1");
  expect((await marta.visit("/search?q=zzzz")).text).toContain("Nada coincide con lo que busca.");
  expect((await marta.visit("/search")).status).toBe(200);
});

test("origins: typed and confirmed, a taken code told at its field, the name changed, the code fixed", async () => {
  const page = await marta.visit("/settings/origins");
  const made = await page.submit("Confirmar", { code: "rad", name: "Radio", color: "coral", place: "2" });
  expect(made.notice).toBe("Se agregó el origen Radio.");
  expect(made.rows()[1]!.slice(0, 3)).toEqual(["2", "RAD", "Radio"]);
  expect(made.html).toContain("color-coral");

  const taken = await made.submit("Confirmar", { code: "Rad", name: "Radio dos" });
  expect(taken.errorFor("code")).toBe("El código ya existe.");
  expect([taken.valueOf("code"), taken.valueOf("name")]).toEqual(["Rad", "Radio dos"]);

  const editing = await made.open("Editar Radio");
  const body = editing.forms().find(({ body }) => body.get("id") && body.get("name"))!.body;
  expect(body.get("code")).toBeNull();
  body.set("name", "Radio local");
  const renamed = await marta.post(editing.path, body);
  expect(renamed.rows()[1]!.slice(0, 3)).toEqual(["2", "RAD", "Radio local"]);
  expect((await marta.visit("/accounts/new")).text).toContain("Radio local");

  expect((await rita.visit("/settings/origins")).status).toBe(403);
});

test("people and planned work beyond the first twenty are one link away", async () => {
  const typed = { kind: "task", subject: "Abrir la tienda", date: addDays(dayOf(Date.now(), "America/Mexico_City"), 1), time: "09:00", repeatUnit: "day" };
  await (await marta.visit("/activities/new?account=2")).submit("Guardar", typed);
  const planned = await marta.visit("/accounts/2");
  const next = planned.document.querySelector("nav.pager [rel=next]")!.getAttribute("href")!;
  expect(next).toContain("pendientes=");
  const rest = await marta.visit(next);
  expect(textsOf(rest, "nav.pager [rel=prev]")).toHaveLength(1);
  expect(rest.text).toContain("Tarea: Abrir la tienda");
  const tab = await marta.visit("/accounts/2?ver=tasks");
  expect(tab.rows()).toHaveLength(20);
  expect((await tab.open("Siguiente")).rows().length).toBeGreaterThan(0);

  for (let n = 0; n < 21; n++) await (await marta.visit("/contacts/new?account=2")).submit("Guardar", { givenName: `Persona ${n}` });
  const list = await (await marta.visit("/accounts/2")).open("Ver todos (21)");
  expect(list.rows()).toHaveLength(21);
  expect(list.text).toContain("Los de Otra");
});

test("without scripts something is put off from the day, the week and the list, for as long as is said, and one is there again", async () => {
  await (await marta.visit("/activities/new?date=2027-03-11&time=09:00")).submit("Guardar", { kind: "visit", subject: "Muestra" });
  const linkOn = async (place: string, within: string) => {
    const links = (await marta.visit(place)).document.querySelectorAll(`${within} a`);
    return links
      .find((one) => one.getAttribute("aria-label") === "Reprogramar Muestra")!
      .getAttribute("href")!
      .replaceAll("&amp;", "&");
  };
  const day = "/calendar?vista=dia&fecha=2027-03-11";
  for (const [place, within] of [
    [day, "table.hours"],
    ["/calendar?vista=semana&fecha=2027-03-11", ".week-lists"],
    ["/calendar?vista=agenda&fecha=2027-03-11", ".agenda"],
    ["/activities?q=Muestra", "table"],
  ] as const) {
    const form = await marta.visit(await linkOn(place, within));
    expect([form.valueOf("date"), form.valueOf("time"), form.valueOf("minutes")], place).toEqual(["2027-03-11", "09:00", ""]);
  }
  const moved = await (await marta.visit(await linkOn(day, "table.hours"))).submit("Reprogramar", { time: "10:00", minutes: "90" });
  expect(moved.path.startsWith(day)).toBe(true);
  expect(moved.notice).toContain("Quedó para 11/03/2027 10:00");
  expect(textsOf(moved, "table.hours .event").find((text) => text.includes("Muestra"))).toMatch(/10:00.* – 11:30/);
});

test("a follow-up is added from the list, from what was planned and from the calendar, and what its next step overlaps is told", async () => {
  const day = addDays(dayOf(Date.now(), "America/Mexico_City"), 3);
  await (await marta.visit("/prospects/new")).submit("Guardar", { personName: "Iris Luna", appointmentOn: day, appointmentTime: "06:10" });
  const label = "Agregar seguimiento: Iris Luna";
  const ticked = async (form: ReturnType<Visitor["visit"]>) => (await form).document.querySelectorAll("input[name=done][checked]").length;
  const agenda = await marta.visit(`/calendar?vista=agenda&fecha=${day}`);
  expect(await ticked(agenda.open(label))).toBe(1);
  expect(await ticked((await agenda.open("Iris Luna")).open("Agregar seguimiento"))).toBe(1);
  const form = await (await marta.visit("/prospects?q=iris")).open(label);
  const told = await form.submit("Agregar seguimiento", { notes: "Pide precio", nextOn: day, nextTime: "06:30" });
  expect(told.errorFor("nextTime")).toContain("ya tiene «Iris Luna»");
  expect((await told.submit("Guardar de todos modos")).notice).toContain("seguimiento");
});
