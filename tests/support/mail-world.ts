import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "@/db/open";
import { mailServer, mails, outbox } from "@/db/schema";
import type { MailSecurity } from "@/db/vocabulary";
import { write } from "@/db/write";
import type { EffectHandler } from "@/lib/jobs/handler";
import { mailSending } from "@/lib/jobs/mail";
import { claim } from "@/lib/jobs/queue";
import { runEffect } from "@/lib/jobs/run";
import { enqueueMail, type MailDraft } from "@/lib/mail/enqueue";
import { sealPassword } from "@/lib/mail/password";
import { reasonText } from "@/lib/mail/reason";
import type { Visitor } from "./visit";
import { now, world } from "./world";

export const minute = 60_000;
const hasty = { connectMs: 2_000, greetingMs: 250, silenceMs: 250 };

type Server = { port: number; security?: MailSecurity; password?: string; host?: string };

/** A data folder of its own, with the secret that seals the password. */
export function dataFolderWithSecret(): string {
  const folder = mkdtempSync(join(tmpdir(), "cartera-mail-"));
  writeFileSync(join(folder, "secret"), "un-secreto-de-prueba-de-mas-de-32-letras\n");
  process.env.DATA_DIR = folder;
  return folder;
}

/** The named company, sending through a server of the test. */
export function mailWorld(server: Server) {
  dataFolderWithSecret();
  const made = world();
  setMailServer(made.db, server);
  return made;
}

export function setMailServer(db: Database, { port, security = "none", password, host = "localhost" }: Server) {
  const login = password === undefined ? {} : { userName: "ventas", passwordSealed: sealPassword(password) };
  const row = { id: 1, host, port, security, ...login, fromName: "Ferretería El Sauce", fromAddress: "ventas@sauce.test", createdAt: now, updatedAt: now };
  write(db, (tx) => {
    tx.delete(mailServer).run();
    tx.insert(mailServer).values(row).run();
  });
}

export function queueMail(db: Database, draft: Partial<MailDraft> = {}, at = now): number {
  const usual = {
    to: [{ address: "luisa@acme.test", name: "Luisa" }],
    subject: "Hola",
    text: "Buenos días.",
    about: { kind: "test", id: 0 },
    sentBy: null,
  } as const;
  return write(db, (tx) => enqueueMail(tx, { ...usual, to: [...usual.to], ...draft }, { now: at }));
}

/** Sends in a way of its own what it is given to send by. */
export type Sender = (sending: EffectHandler) => EffectHandler;

/** What the worker does, with a clock of the test: takes every mail that is due and tries it once. Returns how many it took. */
export async function sendDue(db: Database, at: number, { by = (sending) => sending, ...options }: { trusted?: string; by?: Sender } = {}): Promise<number> {
  const handler = by(mailSending({ limits: hasty, ...options }));
  const handlers = { "mails.send": handler };
  for (let taken = 0; ; taken += 1) {
    const job = claim(db, { owner: "w", now: at, handlers });
    if (!job) return taken;
    await runEffect(db, job, handler, { owner: "w", now: at, clock: () => at });
  }
}

export function mailRows(db: Database) {
  const rows = db.select({ mail: mails, job: outbox }).from(mails).innerJoin(outbox, eq(outbox.id, mails.jobId)).orderBy(asc(mails.id)).all();
  return rows.map(({ mail, job }) => ({ job, mail: { ...mail, reason: mail.reason && reasonText(mail.reason) } }));
}

export function states(db: Database): string[] {
  return mailRows(db).map(({ mail }) => mail.state);
}

/** Luisa, who receives the invoices of the first account, added by her form. */
export async function personOf(visitor: Visitor, name: string): Promise<string> {
  const page = await (await visitor.visit("/contacts/new?account=1")).submit("Guardar", {
    givenName: "Luisa",
    familyName: "Prado",
    email: "luisa@acme.test",
    receivesInvoices: true,
  });
  expect(page.path, `${name}: ${page.text.slice(0, 300)}`).toMatch(/^\/(contacts|accounts)\/\d+/);
  return "Luisa Prado";
}
