import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/open";
import { activities } from "@/db/schema";
import { write } from "@/db/write";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { addDays, dayOf } from "@/lib/core/dates";
import { startCompany } from "../support/company";
import { dataOf, hire } from "../support/people";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let bruno: Visitor & { userId: number };
let luis: Visitor & { userId: number };
let db: Database;
beforeAll(async () => {
  ({ server, marta } = await startCompany());
  ({ bruno, luis } = await hire(server, {
    bruno: { name: "Bruno Peña", profile: "Gerencia", role: "Gerencia" },
    luis: { name: "Luis Sáenz", profile: "Ejecutivo" },
  }));
  db = dataOf(server);
  for (const name of ["Acme", "Beta", "Ceta"]) await (await marta.visit("/accounts/new")).submit("Guardar", { name });
});
afterAll(async () => {
  db.$client.close();
  await server.stop();
});

const zone = "America/Mexico_City";
const today = () => dayOf(Date.now(), zone);
const bell = async (who: Visitor) => (await who.visit("/search")).document.querySelector(".bell")?.getAttribute("aria-label");
const headings = (page: { document: { querySelectorAll(selector: string): { text: string }[] } }) =>
  page.document.querySelectorAll(".timeline-title").map(({ text }) => text.trim());

test("who is mentioned is told, with a bell that counts, and marks it as read", async () => {
  await (await marta.visit("/accounts/1/edit")).submit("Guardar", { ownerId: String(bruno.userId) });
  const page = await marta.visit("/accounts/1");
  const refused = await page.submit("Guardar", { kind: "note", notes: "@Luis Sáenz cotiza varilla" });
  expect(refused.errorFor("notes")).toContain("Luis Sáenz no puede ver este registro");
  const saved = await refused.submit("Guardar", { kind: "note", notes: "Pide crédito @Bruno", isPinned: true });
  expect(saved.notice).toBe("Se registró el seguimiento.");
  expect(headings(saved)[0]).toBe("Fijado");
  await saved.submit("Guardar", { kind: "call", notes: "Llamó otra vez", mentionId: String(bruno.userId) });

  expect([await bell(marta), await bell(luis), await bell(bruno)]).toEqual(["Avisos", "Avisos", "Avisos: 2 sin leer"]);
  const notices = await bruno.visit("/notices");
  expect(notices.text).toContain("Marta Ríos le mencionó Llamada: Llamó otra vez @Bruno Peña");
  expect(notices.link("Nota: Pide crédito @Bruno")).toMatch(/^\/activities\/\d+$/);
  expect(notices.link("Acme")).toBe("/accounts/1");
  const one = await notices.submit("Marcar como leído: Pide crédito @Bruno");
  expect(one.text).toContain("1 sin leer");
  await one.submit("Marcar todos como leídos");
  expect(await bell(bruno)).toBe("Avisos");
  expect((await luis.visit("/notices")).text).toContain("No hay avisos.");
});

test("what is pinned comes off from its own page", async () => {
  const note = await (await marta.visit("/accounts/1")).open("Pide crédito @Bruno");
  const back = await note.submit("Dejar de fijar");
  expect([back.path.split("?")[0], headings(back).includes("Fijado")]).toEqual(["/accounts/1", false]);
});

test("done and next are one step", async () => {
  const plan = await (await marta.visit("/activities/new?account=1&kind=call")).submit("Guardar", { subject: "Confirmar pedido" });
  const undated = await plan.submit("Hecho", { result: "Confirman", nextSubject: "Entregar" });
  expect(undated.errorFor("nextOn")).toBe("Elija la fecha.");
  const done = await undated.submit("Hecho", { result: "Confirman", nextSubject: "Entregar", nextKind: "visit", nextOn: addDays(today(), 3) });
  expect(done.notice).toBe("Actividad hecha; quedó planeada la siguiente.");
  const account = await marta.visit("/accounts/1");
  expect(account.text).toContain("Confirman");
  expect(account.text).toContain("Visita: Entregar");
});

test("what repeats says so, and is changed and deleted from one time on", async () => {
  const first = await (await marta.visit("/activities/new?account=2&kind=task&date=2027-01-31")).submit("Guardar", {
    subject: "Cobrar la renta",
    ...{ time: "10:00", repeatUnit: "month", repeatUntil: "2027-12-31" },
  });
  expect(first.text).toContain("Cada mes, hasta el 31/12/2027");
  const february = await marta.visit("/calendar?vista=agenda&fecha=2027-02-28");
  const edited = await (await (await february.open("Cobrar la renta")).open("Editar")).submit("Guardar", {
    time: "12:00",
    endTime: "13:00",
    appliesTo: "following",
  });
  expect(edited.text).toContain("28/02/2027 12:00");
  expect((await marta.visit("/calendar?vista=dia&fecha=2027-01-31")).text).toContain("10:00");
  const march = await (await marta.visit("/calendar?vista=agenda&fecha=2027-03-31")).open("Cobrar la renta");
  expect(march.text).toContain("31/03/2027 12:00");
  expect((await (await march.open("Eliminar…")).submit("Eliminar", { appliesTo: "following" })).notice).toContain("ya no se repite");
  expect((await marta.visit("/calendar?vista=mes&fecha=2027-04-15")).text).not.toContain("Cobrar la renta");
  expect((await marta.visit("/accounts/2?ver=tasks")).text).toContain("Cobrar la renta");
});

test("how it repeats is changed from one time on, by the form alone; the account's history says its end in one line", async () => {
  const first = await (await marta.visit("/activities/new?account=3&kind=task&date=2027-03-01")).submit("Guardar", {
    subject: "Revisar el inventario",
    ...{ time: "09:00", repeatUnit: "week", repeatUntil: "2027-12-31" },
  });
  const agenda = (day: string) => marta.visit(`/calendar?vista=agenda&fecha=${day}`);
  const form = await (await (await agenda("2027-03-15")).open("Revisar el inventario")).open("Editar");
  expect([form.valueOf("repeatUnit"), form.valueOf("repeatEvery"), form.valueOf("repeatUntil")]).toEqual(["week", "1", "2027-12-31"]);
  const refused = await form.submit("Guardar", { repeatUnit: "month" });
  expect(refused.errorFor("appliesTo")).toContain("desde una vez en adelante");
  const saved = await refused.submit("Guardar", { repeatUnit: "month", appliesTo: "following" });
  expect(saved.text).toContain("Cada mes, hasta el 31/12/2027");
  expect((await marta.visit(first.path)).text).toContain("Cada semana, hasta el 14/03/2027");
  expect((await marta.visit("/calendar?vista=mes&fecha=2027-04-15")).document.querySelectorAll(".event")).toHaveLength(1);
  const gone = await (await saved.open("Eliminar…")).submit("Eliminar", { appliesTo: "following" });
  const history = (await marta.visit("/accounts/3")).text;
  expect(history).toContain("Se enviaron a la papelera una actividad y otras 9 de su serie");
  expect(history.match(/papelera/g)).toHaveLength(1);
  const back = await gone.submit("Deshacer");
  expect(back.notice).toBe("Se restauraron Revisar el inventario y otras 9 de su serie, que no se repite más.");
  expect((await marta.visit("/accounts/3")).text).toContain("Se restauraron una actividad y otras 9 de su serie");
});

test("a change of this one, of those after it or of all asks for each of them", async () => {
  const make = await marta.visit("/activities/new?account=1&kind=task&date=2027-02-01");
  await make.submit("Guardar", { subject: "Surtir anaquel", time: "09:00", repeatUnit: "month", repeatUntil: "2027-06-30" });
  const rows = () => db.select().from(activities).where(eq(activities.subject, "Surtir anaquel")).orderBy(activities.occurrence).all();
  for (const { id, occurrence } of rows())
    db.update(activities)
      .set({ ownerId: occurrence === 3 ? luis.userId : bruno.userId })
      .where(eq(activities.id, id))
      .run();
  db.update(activities).set({ accountId: null }).where(eq(activities.subject, "Surtir anaquel")).run();
  const edit = async (who: Visitor, place: number, appliesTo: string, notes: string) =>
    (await who.visit(`/activities/${rows()[place]!.id}/edit`)).submit("Guardar", { notes, appliesTo });
  const notes = () => rows().map((row) => row.notes);

  for (const appliesTo of ["following", "all"]) {
    const refused = await edit(luis, 3, appliesTo, "Mío");
    expect(refused.summary).toContain("Alguna de esas veces no la puede ver o cambiar");
    expect(notes()).toEqual([null, null, null, null, null]);
  }
  await edit(luis, 3, "this", "Mío");
  expect(notes()).toEqual([null, null, null, "Mío", null]);
  const trashed = await (await luis.visit(`/activities/${rows()[3]!.id}?do=trash`)).submit("Eliminar", { appliesTo: "following" });
  expect(trashed.summary).toContain("Alguna de esas veces no la puede ver o cambiar");
  expect(rows().every(({ deletedAt }) => deletedAt === null)).toBe(true);

  await edit(marta, 2, "following", "Desde aquí");
  expect(notes()).toEqual([null, null, "Desde aquí", "Desde aquí", "Desde aquí"]);
  await edit(marta, 3, "all", "Todas");
  expect(notes()).toEqual([null, null, "Todas", "Todas", "Todas"]);
});

test("from a list one steps to the next account of it", async () => {
  const list = await marta.visit("/accounts?sort=-name");
  const beta = await list.open("Beta");
  expect([beta.link("Anterior: Ceta"), beta.link("Siguiente: Acme")].every((href) => href.includes("lista="))).toBe(true);
  const acme = await beta.open("Siguiente: Acme");
  expect(acme.title).toBe("Acme");
  expect(() => acme.link("Siguiente: Beta")).toThrow();
  expect((await acme.open("Tareas 0").catch(() => acme.open("Tareas"))).link("Anterior: Beta")).toContain("lista=");
});

test("what was just done is written down from the first menu", async () => {
  const form = await marta.visit("/activities/new?kind=visit&done=1&account=3");
  const done = await form.submit("Guardar", { subject: "Pasé a dejar muestras" });
  expect(done.text).toContain("Visita · Hecha");
  expect((await marta.visit("/accounts/3")).text).toContain("Pasé a dejar muestras");
});

test("a day of thirty rows weighs at most 100 KB of HTML and CSS, and each is done in one tap", async () => {
  const by = { userId: luis.userId, now: Date.now(), zone };
  write(db, (tx): void => {
    for (let row = 0; row < 30; row += 1) {
      const where = { address: `Avenida Universidad ${row}, colonia Del Valle`, city: "Monterrey", phone: `81 2345 67${10 + row}` };
      const account = createAccount(tx, accountForm.parse({ name: `Comercializadora del Norte ${row}`, ...where, ownerId: String(luis.userId) }), by);
      const input = { kind: "call", subject: `Confirmar la entrega ${row}`, date: addDays(today(), row < 15 ? -2 : 0), accountId: String(account.id) };
      createActivity(tx, { account }, activityForm.parse({ ...input, ownerId: String(luis.userId) }), by);
    }
  });
  const day = await luis.visit("/");
  expect(day.document.querySelectorAll(".line.work")).toHaveLength(30);
  const styles = [...day.html.matchAll(/<link[^>]+href="([^"]+\.css[^"]*)"/g)].map(([, href]) => href!);
  expect(styles.length).toBeGreaterThan(0);
  const sheets = await Promise.all(styles.map(async (href) => (await luis.ask(href)).text()));
  const bytes = [day.html, ...sheets].reduce((sum, text) => sum + gzipSync(text).length, 0);
  expect(bytes).toBeLessThanOrEqual(100_000);
  console.log(`${day.html.length} bytes of HTML, ${bytes} with CSS gzipped`);

  const after = await day.submit("Hecho: Confirmar la entrega 3");
  expect(after.notice).toBe("Actividad hecha.");
  // A second tap on the page that is still there is for another row.
  expect((await day.submit("Hecho: Confirmar la entrega 4")).document.querySelectorAll(".line.work")).toHaveLength(28);
  expect((await day.submit("Hecho: Confirmar la entrega 4")).document.querySelectorAll(".line.work")).toHaveLength(28);
});
