import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { webForms } from "@/db/schema";
import { write } from "@/db/write";
import { runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { answerForm, type Typed } from "@/lib/web/web-form/answer";
import { stampFor } from "@/lib/web/web-form/stamp";
import { createWebForm } from "@/lib/web-forms/commands";
import { webFormForm } from "@/lib/web-forms/forms";
import { now, type World, world } from "./world";

/** What an administrator types for a form, and how a test differs from it. */
export const formTyped = {
  ...{ name: "Contacto", title: "Escríbanos", locale: "es", isAccepting: "on" },
  ...{ useCompany: "optional", usePhone: "optional", useEmail: "optional", useRegion: "hidden", useSubject: "optional", useMessage: "optional" },
};

/** The named company with a form shared among Ana and Luis; `send` posts to it as a browser would that drew it some seconds before. */
export function formWorld(change: Record<string, unknown> = {}) {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "cartera-form-"));
  writeFileSync(join(process.env.DATA_DIR, "secret"), "x".repeat(43));
  const company = world();
  const formId = addForm(company, change);
  return { ...company, company, formId, send: (typed: Typed, how: How = {}) => sendTo(company, formId, typed, how) };
}

export function addForm({ db, ids }: World, change: Record<string, unknown> = {}): number {
  const input = webFormForm.parse({ ...formTyped, address: "contacto", ownerIds: [String(ids.ana), String(ids.luis)], ...change });
  return write(db, (tx) => createWebForm(tx, input, now)).id;
}

export type How = { ip?: string; referrer?: string; at?: number; drawnAt?: number | null; stamp?: string };

export function sendTo({ db }: World, formId: number, typed: Typed, { ip = "192.0.2.1", referrer, at = now, drawnAt = at - 20_000, stamp }: How = {}) {
  const form = db.select().from(webForms).where(eq(webForms.id, formId)).get()!;
  const drawn = stamp ?? (drawnAt === null ? undefined : stampFor(formId, drawnAt));
  const body = drawn === undefined ? typed : { ...typed, _drawn: drawn };
  const speaking = { locale: "es", pack: packs.MX, zone: "America/Monterrey", currency: "MXN" } as const;
  return runWith(speaking, () => answerForm(db, form, { typed: body, ip, referrer, now: at }));
}
