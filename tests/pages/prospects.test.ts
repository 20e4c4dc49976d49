import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addDays, dayOf } from "@/lib/core/dates";
import { textOf as paperText } from "../lib/documents/pdf/reading";
import { startCompany } from "../support/company";
import { hire } from "../support/people";
import type { RunningServer } from "../support/server";
import { textOf, type Visitor } from "../support/visit";
import { takeByForm } from "../support/web-form-flow";

const zone = "America/Mexico_City";
const today = dayOf(Date.now(), zone);
let server: RunningServer;
let marta: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany({ fields: { pack: "MX", zone } }));
});
afterAll(() => server.stop());

test("a prospect is written with its appointment, and stands in the queue, on the day and in the calendar", async () => {
  const form = await marta.visit("/prospects/new");
  expect(form.valueOf("contactedOn")).toBe(today);
  const created = await form.submit("Guardar", {
    ...{ personName: "Rosa Elvira Ibáñez", companyName: "Ferretería La Paloma", phone: "81 1234 5678", region: "Nuevo León" },
    ...{ subject: "Lista de precios", appointmentTime: "22:15", colorBackground: "coral", colorText: "azul" },
  });
  expect(created.notice).toBe("Se agregó el prospecto 1.");
  expect(created.text).toContain("Hoy, 10:15 p. m.");

  const list = await marta.visit("/prospects");
  expect(list.rows()).toHaveLength(1);
  expect(list.rows()[0]!.join(" | ")).toContain("Ferretería La Paloma");
  expect((await marta.visit("/prospects?q=paloma")).rows()).toHaveLength(1);
  expect((await marta.visit("/prospects?columns=all")).text).toContain("Nuevo León");

  const day = await marta.visit("/");
  expect(day.text).toContain("Hoy · 1");
  expect(day.text).toContain("10:15 p. m.");
  const month = await marta.visit("/calendar");
  expect(month.document.querySelectorAll("table.month td .event").map(textOf)).toEqual(["10:15 p. m. Lista de precios · Ferretería La Paloma"]);
  expect(month.document.querySelector("td[aria-current=date] .event")).not.toBeNull();
  expect(month.document.querySelectorAll("table.month .event a").map((link) => link.getAttribute("href"))).toEqual(["/activities/1", "/prospects/1"]);
});

test("«Hecho» on the day leaves it without a next action, in plain sight", async () => {
  const day = await marta.visit("/");
  const after = await day.submit("Hecho: Lista de precios");
  expect(after.path).toMatch(/^\/\?/);
  expect(after.notice).toBe("Actividad hecha.");
  expect(after.text).toContain("Sin próxima acción · 1");
  expect((await marta.visit("/prospects?signal=no_action")).rows()[0]!.join(" ")).toContain("Agregar seguimiento");
});

test("a follow-up plans what comes next; a mistake keeps what was typed", async () => {
  const form = await marta.visit("/prospects/1/follow-up");
  const again = await form.submit("Agregar seguimiento", { notes: "Pidió 40 cajas", nextSubject: "Llamar", milestone: "cancelled" });
  expect(again.errorFor("nextOn")).toBe("Elija la fecha.");
  expect(again.errorFor("lostReasonId")).toBe("Elija el motivo.");
  expect(again.valueOf("notes")).toBe("Pidió 40 cajas");
  const done = await again.submit("Agregar seguimiento", { milestone: "none", nextOn: addDays(today, 3), nextTime: "10:00" });
  expect(done.path).toMatch(/^\/prospects\/1\?/);
  expect(done.notice).toBe("Se registró el seguimiento.");
  expect(done.text).toContain("Pidió 40 cajas");
  expect((await marta.visit("/prospects?signal=planned")).rows()).toHaveLength(1);
});

test("«Agregar cotización» goes on to the quote", async () => {
  const form = await marta.visit("/prospects/1/follow-up");
  const body = form.bodyFor("Agregar seguimiento", { notes: "Quiere precio", milestone: "add_quote" });
  const response = await marta.ask(form.path, { method: "POST", body, headers: { origin: server.url, "sec-fetch-site": "same-origin" } });
  expect(response.headers.get("location")).toMatch(/\/quotes\/new\?prospect=1&/);
});

test("an activity is created, rescheduled, told in the calendar's other views and thrown away", async () => {
  const form = await marta.visit(`/activities/new?prospect=1&date=${addDays(today, 1)}`);
  const created = await form.submit("Guardar", { kind: "visit", subject: "Visita a la bodega", time: "09:05" });
  expect(created.notice).toBe("Se agregó la actividad.");
  const moved = await created.submit("Reprogramar", { date: addDays(today, 2), time: "12:30" });
  expect(moved.notice).toMatch(/^Quedó para .* 12:30\sp\.\sm\.\.$/);
  for (const view of ["semana", "dia", "agenda"]) {
    expect((await marta.visit(`/calendar?vista=${view}&fecha=${addDays(today, 2)}`)).text, view).toContain("Visita a la bodega");
  }
  const week = await marta.visit(`/calendar?vista=semana&fecha=${addDays(today, 400)}`);
  expect(week.link("Hoy")).toBe("/calendar?vista=semana");
  const gone = await moved.submit("Eliminar");
  expect(gone.notice).toBe("Se envió a la papelera la actividad.Deshacer");
  expect((await marta.visit("/calendar?vista=agenda")).text).not.toContain("Visita a la bodega");
});

test("the follow-up goes out on paper from the prospect's page", async () => {
  const page = await marta.visit("/prospects/1");
  const response = await vi.waitFor(
    async () => {
      const answer = await marta.ask(page.link("Generar PDF")!);
      expect(answer.status).toBe(200);
      return answer;
    },
    { timeout: 20_000, interval: 100 },
  );
  expect(response.headers.get("content-disposition")).toContain('filename="seguimiento-1.pdf"');
  const paper = paperText(new Uint8Array(await response.arrayBuffer()), "-raw");
  for (const part of ["Seguimiento de prospecto", "Ferretería La Paloma", "Pidió 40 cajas"]) expect(paper).toContain(part);
  expect((await marta.visit("/prospects/99/pdf")).status).toBe(404);
});

test("a strange address is the calendar of today, and a number that is not there is a 404", async () => {
  expect((await marta.visit("/calendar?vista=siglo&fecha=2026-02-31&ejecutivo=x")).status).toBe(200);
  expect((await marta.visit("/prospects?signal=x&sort=y&cursor=z")).rows()).toHaveLength(1);
  for (const path of ["/prospects/99", "/prospects/99/edit", "/prospects/99/follow-up", "/activities/99", "/activities/99/edit"]) {
    expect((await marta.visit(path)).status, path).toBe(404);
  }
});

test("a prospect is edited, cancelled, opened again and thrown away", async () => {
  const form = await marta.visit("/prospects/1/edit");
  expect(form.valueOf("companyName")).toBe("Ferretería La Paloma");
  expect((await form.submit("Guardar", { companyName: "La Paloma" })).notice).toBe("Se guardó el prospecto 1.");
  const followUp = await marta.visit("/prospects/1/follow-up");
  const reason = followUp.document.querySelectorAll("select[name=lostReasonId] option")[1]!.getAttribute("value")!;
  const cancelled = await followUp.submit("Agregar seguimiento", { notes: "Ya compró", milestone: "cancelled", lostReasonId: reason });
  expect(cancelled.notice).toBe("El prospecto quedó cancelado.");
  expect((await marta.visit("/prospects")).rows()).toHaveLength(0);
  const open = await cancelled.submit("Reabrir");
  expect(open.notice).toBe("El prospecto está abierto de nuevo.");
  expect((await open.submit("Eliminar")).notice).toBe("Se envió a la papelera el prospecto 1.Deshacer");
  expect((await marta.visit("/prospects/1")).status).toBe(404);
});

test("a rep without scripts tags seven of their prospects at once and takes it back, pins a note and names a colleague in it", async () => {
  const { luis, nora } = await hire(server, { luis: { name: "Luis Sáenz", profile: "Ejecutivo" }, nora: { name: "Nora Vidal", profile: "Ejecutivo" } });
  for (let place = 1; place <= 7; place += 1) {
    const typed = { personName: `Persona ${place}`, companyName: `Taller ${place}`, phone: `81 7654 32${10 + place}`, email: `taller${place}@ejemplo.test` };
    expect((await (await luis.visit("/prospects/new")).submit("Guardar", typed)).notice).toContain("Se agregó el prospecto");
  }
  const picking = await (await luis.visit("/prospects")).open("Seleccionar");
  const ids = picking.document.querySelectorAll('tbody input[name="ids"]').map((box) => box.getAttribute("value")!);
  expect(ids).toHaveLength(7);
  const question = await picking.submit("Cambiar los elegidos", { ids });
  expect(question.text).toContain("Se cambiarán 7 registros.");
  const [channel] = question.document.querySelectorAll("select[name=channel] option[value]").filter((option) => Number(option.getAttribute("value")) > 0);
  const begun = await question.submit("Cambiar", { channel: channel!.getAttribute("value")! });
  const saying = (path: string, text: RegExp) =>
    vi.waitFor(async () => expect((await luis.visit(path)).text).toMatch(text), { timeout: 20_000, interval: 100 });
  const path = begun.path.split("?")[0]!;
  await saying(path, /Deshacer el cambio.*Cambiados\s*7/s);
  const channels = () => Promise.all(ids.map(async (id) => (await luis.visit(`/prospects/${id}/edit`)).valueOf("channelId")));
  expect(await channels()).toEqual(Array(7).fill(channel!.getAttribute("value")));
  const undoing = await (await luis.visit(path)).submit("Deshacer el cambio");
  await saying(undoing.path.split("?")[0]!, /Devueltos\s*7/);
  expect(await channels()).toEqual(Array(7).fill(""));
  expect((await nora.visit(path)).status).toBe(404);

  const account = await (await luis.visit("/accounts/new")).submit("Guardar", { name: "Talleres del Centro" });
  const page = account.path.split("?")[0]!;
  const noted = await (await luis.visit(page)).submit("Guardar", { kind: "note", notes: "Paga los viernes @Marta", isPinned: true });
  expect(noted.document.querySelectorAll(".timeline-title").map(textOf)[0]).toBe("Fijado");
  const unseen = await noted.submit("Guardar", { kind: "note", notes: "Ojo @Nora" });
  expect(unseen.errorFor("notes")).toContain("Nora Vidal no puede ver este registro");
  expect((await marta.visit("/notices")).text).toContain("Luis Sáenz le mencionó Nota: Paga los viernes @Marta");
  const loose = await (await noted.open("Paga los viernes @Marta")).submit("Dejar de fijar");
  expect(loose.document.querySelectorAll(".timeline-title").map(textOf)).not.toContain("Fijado");
});

test("a prospect becomes a customer, and an administrator takes that back", async () => {
  const typed = { personName: "Irma Rivas", companyName: "Casa Rivas", notes: "Pide factura", appointmentOn: addDays(today, 4) };
  const prospect = (await (await marta.visit("/prospects/new")).submit("Guardar", typed)).path.split("?")[0]!;
  const customer = await (await marta.visit(prospect)).submit("Convertir a cliente");
  expect(customer.notice).toBe("Casa Rivas ahora es una cuenta.");
  expect(customer.path).toMatch(/^\/accounts\/\d+\?/);
  expect(customer.text).toContain("Pide factura");
  const back = await (await marta.visit(prospect)).submit("Deshacer la conversión");
  expect(back.notice).toContain("El prospecto está abierto de nuevo");
  expect((await marta.visit(customer.path.split("?")[0]!)).status).toBe(404);
});

test("what waits is shared out among several", async () => {
  const picking = await (await marta.visit("/prospects")).open("Seleccionar");
  const ids = picking.document.querySelectorAll('tbody input[name="ids"]').map((box) => box.getAttribute("value")!);
  const question = await picking.submit("Cambiar los elegidos", { ids });
  const sharers = question.document.querySelectorAll("input[name=sharers]").map((box) => box.getAttribute("value")!);
  expect(sharers.length).toBeGreaterThan(2);
  const begun = (await question.submit("Cambiar", { sharers: sharers.slice(0, 2) })).path.split("?")[0]!;
  await vi.waitFor(async () => expect((await marta.visit(begun)).text).toContain("Deshacer el cambio"), { timeout: 20_000, interval: 100 });
  const owners = await Promise.all(ids.map(async (id) => (await marta.visit(`/prospects/${id}/edit`)).valueOf("ownerId")));
  const shares = sharers.map((one) => owners.filter((owner) => owner === one).length);
  expect(Math.abs(shares[0]! - shares[1]!)).toBeLessThan(2);
  expect(shares[0]! + shares[1]!).toBe(ids.length);
});

test("a form on the web makes prospects, from here and from other sites, and keeps what is doubtful apart", () => takeByForm({ server, marta }));
