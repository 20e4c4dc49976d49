import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { files, outbox } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { listActivities } from "@/lib/activities/queries";
import { type FollowUpSource, followUpSheet } from "@/lib/documents/follow-up-sheet";
import { issuerSnapshot } from "@/lib/documents/parties";
import { renderSheet } from "@/lib/documents/pdf/render";
import { askForFollowUpPdf, expireFollowUpPdf } from "@/lib/jobs/follow-up-pdf";
import { withSmallerPictures } from "@/lib/jobs/smaller-pictures";
import { speakingTo } from "@/lib/jobs/speaking";
import { createProspect } from "@/lib/prospects/commands";
import { followUp } from "@/lib/prospects/follow-up";
import { followUpForm, prospectForm } from "@/lib/prospects/forms";
import { prospectNames } from "@/lib/prospects/names";
import { findProspect } from "@/lib/prospects/queries";
import { now, today, type World, world } from "../../support/world";
import { factsOf, plainBytes, textOf } from "./pdf/reading";
import { sampleLogo } from "./pdf/sample";

const written = {
  ...{ contactedOn: today, personName: "Rosa Elvira Ibáñez", companyName: "Ferretería La Paloma", phone: "81 1234 5678", appointmentTime: "16:30" },
  ...{ subject: "Lista de precios", notes: "Compra cada mes", internalNote: "Paga tarde, es prima de Luis" },
};

function told() {
  const here = world();
  const by = { userId: here.ids.ana, now, zone: "America/Monterrey" };
  const { id } = write(here.db, (tx) => createProspect(tx, undefined, prospectForm.parse(written), by));
  const typed = { id: String(id), kind: "call", notes: "Pidió 40 cajas\nde tornillo", result: "Le interesa", nextOn: "2026-08-25", nextSubject: "Llamar" };
  write(here.db, (tx) => followUp(tx, { id }, followUpForm.parse(typed), by));
  return { ...here, id };
}

function sourceOf({ db, viewer }: World, id: number, changes: Partial<FollowUpSource> = {}): FollowUpSource {
  const scope = scopeFor(viewer("ana"), db);
  const prospect = findProspect(scope, id)!;
  const issuer = db.transaction((tx) => issuerSnapshot(tx));
  return { prospect, names: prospectNames(scope, prospect), activities: listActivities(scope, { prospectId: id }), isCut: false, issuer, ...changes };
}

test("the paper tells who it is, each appointment and follow-up from the first to the last, and the images; what is internal stays inside", async () => {
  const here = told();
  const image = new Uint8Array(await sampleLogo());
  const pictures = Array.from({ length: 5 }, (_, place) => ({ name: `foto-${place + 1}.png`, bytes: image }));
  const sheet = speakingTo(here.db, here.viewer("ana"), () => followUpSheet(sourceOf(here, here.id), null, pictures));
  const pdf = await renderSheet(sheet);
  const text = textOf(pdf, "-raw");
  for (const part of [
    "Ferretería El Sauce",
    "Seguimiento de prospecto",
    "No. 1",
    "Ferretería La Paloma",
    "Rosa Elvira Ibáñez",
    "81 1234 5678",
    "Compra cada mes",
  ])
    expect(text).toContain(part);
  const order = ["Pidió 40 cajas de tornillo Resultado: Le interesa", "22/08/2026 4:30", "25/08/2026"];
  expect(order.map((part) => text.indexOf(part)).filter((at) => at < 0)).toEqual([]);
  expect(text.indexOf("Cita")).toBeLessThan(text.indexOf("25/08/2026"));
  expect(text).not.toContain("prima de Luis");
  for (const { name } of pictures) expect(text).toContain(name);
  expect(plainBytes(pdf).match(/ Do\b/g)).toHaveLength(pictures.length);
  expect(Number(factsOf(pdf).Pages)).toBeGreaterThan(1);
});

test("an image that cannot be read is named in words, and the others are printed", async () => {
  const here = told();
  const image = new Uint8Array(await sampleLogo());
  const pictures = [
    { name: "rota.jpg", bytes: new TextEncoder().encode("no es una imagen") },
    { name: "fachada.png", bytes: image },
  ];
  const sheet = speakingTo(here.db, here.viewer("ana"), () => followUpSheet(sourceOf(here, here.id), null, pictures));
  const pdf = await renderSheet(await withSmallerPictures(sheet));
  expect(textOf(pdf)).toContain("Estas imágenes no se pudieron leer: rota.jpg.");
  expect(plainBytes(pdf).match(/ Do\b/g)).toHaveLength(1);
});

test("without any follow-up it says so, and what is left out is named", () => {
  const here = told();
  const sheet = (changes: Partial<FollowUpSource>) => speakingTo(here.db, here.viewer("ana"), () => followUpSheet(sourceOf(here, here.id, changes), null, []));
  expect(sheet({ activities: [] }).sections.at(-1)).toEqual({ heading: "Citas y seguimientos", text: "Todavía no hay seguimientos." });
  expect(sheet({}).legend).toBeNull();
  expect(sheet({ isCut: true }).legend).toContain("500");
});

test("one job draws it for whoever sees the prospect; another day's is drawn anew, and what is a day old is forgotten", () => {
  const { db, ids, id } = told();
  const ask = (userId: number) => askForFollowUpPdf(db, { prospectId: id, userId }, now);
  const first = ask(ids.ana);
  expect(first).toEqual({ dedupeKey: expect.any(String) });
  expect(ask(ids.ana)).toEqual(first);
  expect(ask(ids.luis)).toBeUndefined();
  const jobs = () => db.select().from(outbox).where(eq(outbox.kind, "prospects.follow_up_pdf")).all();
  expect(jobs()).toHaveLength(1);

  const file = { sha256: "a".repeat(64), size: 9, name: "seguimiento-1.pdf" };
  const [job] = jobs();
  const fileId = write(db, (tx) => {
    const row = tx
      .insert(files)
      .values({ ...file, mime: "application/pdf", createdAt: now })
      .returning({ id: files.id })
      .get();
    tx.update(outbox)
      .set({ state: "done", finishedAt: now, progress: { ...file, fileId: row.id } })
      .where(eq(outbox.id, job!.id))
      .run();
    return row.id;
  });
  expect(ask(ids.ana)).toEqual({ ready: { ...file, fileId } });
  write(db, (tx) => expireFollowUpPdf.slice(tx, { jobId: job!.id }, null, { jobId: 99, now }));
  expect(db.select().from(files).where(eq(files.id, fileId)).get()).toBeUndefined();
  expect(askForFollowUpPdf(db, { prospectId: id, userId: ids.ana }, now + 60_000)).toEqual(first);
  expect(jobs()[0]).toMatchObject({ state: "queued", progress: null });

  write(db, (tx) => followUp(tx, { id }, followUpForm.parse({ id: String(id), kind: "note", notes: "Otra cosa" }), { userId: ids.ana, now, zone: "UTC" }));
  expect(ask(ids.ana)).not.toEqual(first);
});
