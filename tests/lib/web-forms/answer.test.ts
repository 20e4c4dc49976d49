import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { activities, events, notices, origins, outbox, prospects, users, webFormEntries, webForms } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { stampFor } from "@/lib/web/web-form/stamp";
import { retireWebForm } from "@/lib/web-forms/commands";
import { forgetEntries } from "@/lib/web-forms/receive";
import { addForm, formWorld, sendTo } from "../../support/web-forms";
import { now } from "../../support/world";

const eva = { name: "Eva Sosa", email: "eva@ejemplo.test", message: "Necesito lámina" };

test("what a person sends is a prospect of whose turn it is, with all that brought them, and its owner is told", async () => {
  const { db, ids, formId, send, viewer } = formWorld({ campaign: "Otoño", originId: "1", returnUrl: "https://ejemplo.test/gracias" });
  const referrer = "https://www.ejemplo.test/lamina?utm_medium=cpc&utm_campaign=otra";
  const sent = { ...eva, phone: "81 1234 5678", company: "Sosa e Hijos", utm_source: "boletín", utm_campaign: "agosto" };
  expect(await send(sent, { referrer })).toEqual({ kind: "taken" });
  const [made] = db.select().from(prospects).all();
  expect(made).toMatchObject({
    ...{ personName: "Eva Sosa", companyName: "Sosa e Hijos", emailKey: "eva@ejemplo.test", phoneE164: "+528112345678", notes: "Necesito lámina" },
    ...{ status: "new", contactedOn: "2026-08-22", ownerId: ids.ana, createdBy: null, originId: 1, webFormId: formId, campaign: "Otoño" },
    ...{ utmSource: "boletín", utmMedium: "cpc", utmCampaign: "agosto", referrer },
  });
  const told = db.select().from(events).orderBy(desc(events.id)).get();
  expect(told).toMatchObject({ name: "prospect.created", subjectId: made!.id, actorKind: "system", source: "web_form" });
  expect(db.select().from(notices).all()).toMatchObject([{ userId: ids.ana, kind: "web_form", subjectId: made!.id, said: { form: "Contacto" } }]);
  const scope = scopeFor(viewer("luis"), db);
  expect(scope.select().from(scope.prospects).all()).toEqual([]);

  for (const name of ["Uno", "Dos", "Tres"]) await send({ name, email: `${name}@ejemplo.test` });
  const owners = db.select({ ownerId: prospects.ownerId }).from(prospects).orderBy(prospects.id).all();
  expect(owners.map(({ ownerId }) => ownerId)).toEqual([ids.ana, ids.luis, ids.ana, ids.luis]);
});

test("who left is passed over, what was retired is left out, and with nobody to give it to it waits", async () => {
  const { db, ids, send } = formWorld({ originId: "1" });
  db.update(users).set({ isActive: false }).where(eq(users.id, ids.ana)).run();
  db.update(origins).set({ isActive: false, mergedIntoId: 2 }).where(eq(origins.id, 1)).run();
  await send(eva);
  expect(db.select().from(prospects).get()).toMatchObject({ ownerId: ids.luis, originId: 2 });
  db.update(users).set({ isActive: false }).where(eq(users.id, ids.luis)).run();
  expect(await send({ ...eva, email: "otra@ejemplo.test" })).toEqual({ kind: "taken" });
  expect(db.select().from(webFormEntries).all()).toMatchObject([{ reasons: ["no_owner"], said: { name: "Eva Sosa" } }]);
});

test("who writes again while they are attended is noted there and makes no second prospect; somebody else at the same telephone does", async () => {
  const { db, ids, send } = formWorld();
  await send({ ...eva, phone: "8112345678" });
  await send({ ...eva, email: "EVA@ejemplo.test", message: "¿Ya lo vieron?" }, { at: now + 60_000 });
  await send({ name: "Eva", phone: "+52 81 1234 5678" }, { at: now + 120_000 });
  const kept = db.select().from(prospects).all();
  expect(kept).toMatchObject([{ status: "new", ownerId: ids.ana, nextActionOn: null }]);
  const notes = db.select().from(activities).all();
  expect(notes).toMatchObject([
    { kind: "note", status: "done", prospectId: kept[0]!.id, ownerId: ids.ana, subject: "Escribió de nuevo por el formulario «Contacto»" },
    { kind: "note" },
  ]);
  expect(notes[0]!.notes).toContain("Mensaje: ¿Ya lo vieron?");
  expect(db.select().from(notices).all()).toHaveLength(3);

  await send({ name: "Raúl", email: "raul@ejemplo.test", phone: "8112345678" });
  expect(db.select().from(prospects).all()).toHaveLength(2);
  db.update(prospects).set({ closedAt: now, status: "lost" }).run();
  await send(eva);
  expect(db.select().from(prospects).all()).toHaveLength(3);
});

test("the same drawing sent twice is one; what waits and is sent again is one", async () => {
  const { db, send, formId } = formWorld();
  const stamp = stampFor(formId, now - 10_000);
  for (const _ of [1, 2, 3]) expect(await send(eva, { stamp })).toEqual({ kind: "taken" });
  expect([db.select().from(prospects).all().length, db.select().from(activities).all().length]).toEqual([1, 0]);
  for (const _ of [1, 2]) await send({ name: "Ramón", phone: "8187654321" }, { drawnAt: null });
  expect(db.select().from(webFormEntries).all()).toHaveLength(1);
});

test("what was put right after going back is not lost: it waits, once", async () => {
  const { db, send, formId } = formWorld();
  const stamp = stampFor(formId, now - 10_000);
  await send(eva, { stamp });
  for (const _ of [1, 2]) expect(await send({ ...eva, email: "eva.sosa@ejemplo.test" }, { stamp })).toEqual({ kind: "taken" });
  expect(db.select().from(webFormEntries).all()).toMatchObject([{ reasons: ["again"], said: { email: "eva.sosa@ejemplo.test" } }]);
  expect(db.select().from(prospects).all()).toHaveLength(1);
});

test("what a form must have is told at its field, with every other mistake", async () => {
  const { db, company, send } = formWorld();
  const refused = (errors: Record<string, string>) => ({ kind: "refused", status: 422, errors });
  expect(await send({ name: " ", email: "no es" })).toEqual(
    refused({ name: "Este dato es obligatorio.", email: "Escriba un correo completo, por ejemplo nombre@empresa.com." }),
  );
  expect(await send({ name: "Eva" })).toEqual(refused({ phone: "Escriba un teléfono o un correo para responderle." }));
  const strict = addForm(company, { address: "estricto", usePhone: "hidden", useMessage: "required" });
  const lone = await sendTo(company, strict, { name: "Eva", phone: "8112345678" });
  expect(lone).toEqual(refused({ message: "Este dato es obligatorio." }));
  expect(await sendTo(company, strict, { name: "Eva", message: "Hola" })).toEqual(refused({ email: "Escriba un teléfono o un correo para responderle." }));
  expect(db.select().from(prospects).all()).toEqual([]);
});

test("a month later what waited is forgotten, and nothing before", async () => {
  const { db, send } = formWorld({ isReviewed: "on" });
  await send(eva);
  const day = 24 * 3_600_000;
  write(db, (tx): void => void forgetEntries(tx, now + 30 * day));
  expect(db.select().from(webFormEntries).all()).toHaveLength(1);
  write(db, (tx): void => void forgetEntries(tx, now + 30 * day + 1));
  expect(db.select().from(webFormEntries).all()).toEqual([]);
});

test("whatever hour of a day it came, the worker comes to forget it", async () => {
  const { db, send } = formWorld({ isReviewed: "on" });
  for (const hours of [0, 3, 5]) await send({ ...eva, email: `eva${hours}@ejemplo.test` }, { at: now + hours * 3_600_000 });
  const jobs = db.select({ runAt: outbox.runAt }).from(outbox).where(eq(outbox.kind, "web_forms.forget")).all();
  for (const { runAt } of jobs) write(db, (tx): void => void forgetEntries(tx, runAt));
  expect([jobs.length, db.select().from(webFormEntries).all()]).toEqual([1, []]);
});

test("settings: an address is one form's, only https leads on, and a way to answer is always asked for", async () => {
  const { db, formId, company } = formWorld();
  const add = (change: Record<string, unknown>) => () => addForm(company, change);
  expect(add({})).toThrow("web_forms.taken_address");
  expect(add({ address: "otra", ownerIds: ["9999"] })).toThrow("not_in_list");
  const wrong = [
    { returnUrl: "http://ejemplo.test" },
    { returnUrl: "javascript:alert(1)" },
    { returnUrl: "https://u:p@ejemplo.test" },
    { sites: "https://a.test; script-src *" },
    { sites: "ejemplo.test" },
    { usePhone: "hidden", useEmail: "hidden" },
    { address: "No sirve" },
    { ownerIds: [] },
  ];
  for (const change of wrong) expect(add({ address: "otra", ...change }), JSON.stringify(change)).toThrow(/code|too_small/);
  const made = add({ address: "", sites: "https://a.test/pagina\nhttps://b.test https://a.test" })();
  const row = db.select().from(webForms).where(eq(webForms.id, made)).get()!;
  expect(row).toMatchObject({ sites: ["https://a.test", "https://b.test"], turn: 0 });
  expect(row.address).toMatch(/^[0-9a-f]{16}$/);
  const { after } = write(db, (tx) => retireWebForm(tx, { id: formId }, true, now));
  expect(after?.retiredAt).toBe(now);
});
