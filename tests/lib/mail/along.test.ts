import { expect, test } from "vitest";
import { documentPdfs } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { addAttachments, removeAttachment } from "@/lib/attachments/commands";
import { findAttachment } from "@/lib/attachments/queries";
import { findRecord } from "@/lib/attachments/records";
import { RuleError } from "@/lib/core/errors";
import { insertFile, keepFile } from "@/lib/files/store";
import { paperContent } from "@/lib/jobs/document-pdf";
import { keepDraft } from "@/lib/mail/drafts";
import { enqueueMail } from "@/lib/mail/enqueue";
import { mailForm } from "@/lib/mail/forms";
import { findDraft, findMail, type MailDraftRow } from "@/lib/mail/queries";
import { createOrder, editOrder } from "@/lib/orders/commands";
import { tickAdded } from "@/lib/web/mail-draft";
import { assistMail, complaintsOfMail, mailOf } from "@/lib/web/mail-form";
import { findMailSubject } from "@/lib/web/mail-subject";
import { mailedFile } from "@/lib/web/mailed-file";
import { missing } from "@/lib/web/page";
import { mailRows, mailWorld, queueMail, sendDue } from "../../support/mail-world";
import { by, cement, done, draft, paper } from "../../support/papers";
import { smtpServer } from "../../support/smtp-server";
import { now, type World } from "../../support/world";

const typed = { to: "luisa@acme.test", subject: "Hola", text: "Buen día" };

/** What the form of a mail about a record does with what was typed. */
function send({ db, viewer }: Pick<World, "db" | "viewer">, about: "account" | "order", id: number, fields: Record<string, unknown>) {
  return write(db, (tx) => {
    const scope = scopeFor(viewer("marta"), tx);
    const mail = mailOf(tx, scope, findMailSubject(scope, about, id)!, mailForm.parse({ ...typed, about, id, ...fields }));
    return enqueueMail(tx, { ...mail, sentBy: null }, { now });
  });
}

test("a paper goes as it stood when its mail was written, or the mail does not go and says why", async () => {
  await using server = await smtpServer();
  const world = mailWorld(server);
  const { db, ids } = world;
  const fields = { accountId: ids.acme, lines: [cement] };
  const order = done(db, (tx) => createOrder(tx, draft(fields), by(ids.marta)));
  const wanted = { kind: "order", id: order.id } as const;
  const kept = await keepFile(Buffer.from("%PDF de antes"), 100);
  write(db, (tx): void => {
    const fileId = insertFile(tx, { ...kept, name: "pedido.pdf", mime: "application/pdf", createdAt: now, createdBy: null });
    tx.insert(documentPdfs)
      .values({ documentId: order.id, contentSha256: paperContent(tx, wanted)!, fileId, createdAt: now })
      .run();
  });
  send(world, "order", order.id, { withPaper: "on" });
  await sendDue(db, now);
  expect(server.received[0]!.raw).toContain("filename=pedido.pdf");

  send(world, "order", order.id, { withPaper: "on" });
  done(db, (tx) => editOrder(tx, paper(db, "order", order.id), draft({ ...fields, lines: [{ ...cement, quantity: "9" }] }), by(ids.marta)));
  await sendDue(db, now);
  expect(mailRows(db)[1]!.mail).toMatchObject({
    state: "failed",
    reason: "El documento cambió después de escribir este correo, y su PDF ya no diría lo mismo. Escriba el correo de nuevo.",
  });
  expect(server.received.length).toBe(1);
});

test("a subject or a text that its fields make too long is told beside its own box, and nothing of it is cut off", () => {
  const world = mailWorld({ port: 1 });
  const { db, ids, viewer } = world;
  const subject = `${"x".repeat(180)} {{cliente}}`;
  const text = `${"y".repeat(19_980)} {{cliente}}`;
  db.run("update accounts set name = 'Comercializadora de Materiales del Norte'");
  const refusal = (fields: Record<string, string>) => {
    try {
      send(world, "account", ids.acme, fields);
      return "sent";
    } catch (error) {
      return error instanceof RuleError ? [error.code, error.field, error.values] : error;
    }
  };
  expect(refusal({ subject })).toEqual(["mails.subject_too_long", "subject", { max: 200 }]);
  expect(refusal({ text })).toEqual(["mails.text_too_long", "text", { max: 20_000 }]);
  expect(mailRows(db)).toEqual([]);
  const values = { about: ["account"], id: [String(ids.acme)], to: [typed.to], subject: [subject], text: [typed.text] };
  expect(assistMail(scopeFor(viewer("marta"), db), values, true)!["preview.problem"]![0]).toContain("el asunto pasa de 200 caracteres");
  expect(refusal({ subject: "Hola {{cliente}}" })).toBe("sent");
  expect(refusal({ subject: `${"😀".repeat(90)} {{cliente}}` })).toBe("sent");
});

test("a ticked file that was thrown away since is told at the preview and at the sending, and no mail goes without it", async () => {
  await using server = await smtpServer();
  const world = mailWorld(server);
  const { db, ids, viewer } = world;
  const scope = scopeFor(viewer("marta"), db);
  const record = findRecord(scope, { kind: "account", id: ids.acme })!;
  const kept = await keepFile(Buffer.from("hola"), 100);
  const two = ["plano.txt", "foto.txt"].map((name) => ({ ...kept, name, mime: "text/plain" }));
  write(db, (tx) => addAttachments(tx, record, two, { userId: ids.marta, now }));
  const files = ["1", "2"];
  const values = { ...Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, [text]])), about: ["account"], id: [String(ids.acme)], files };
  expect(assistMail(scope, values, true)).toMatchObject({ "preview.problem": [] });

  write(db, (tx) => removeAttachment(tx, findAttachment(scope, 2)!, { userId: ids.marta, now }));
  expect(assistMail(scope, values, true)!["preview.problem"]![0]).toContain("ya no está");
  expect(() => send(world, "account", ids.acme, { files })).toThrow("mails.file_gone");
  expect(mailRows(db)).toEqual([]);

  send(world, "account", ids.acme, { files: ["1"] });
  await sendDue(db, now);
  expect(server.received.map(({ raw }) => [raw.includes("plano.txt"), raw.includes("foto.txt")])).toEqual([[true, false]]);
});

test("more ticked files than a mail takes are told at their field, and none is left out in silence", () => {
  const world = mailWorld({ port: 1 });
  const { db, ids, viewer } = world;
  const scope = scopeFor(viewer("marta"), db);
  const many = Array.from({ length: 51 }, (_, place) => String(place + 1));
  const values = { about: ["account"], id: [String(ids.acme)], to: [typed.to], subject: ["Hola"], text: ["Hola"], files: many };
  const sentence = "Se pueden marcar 50 archivos como máximo. Quite algunas marcas.";
  expect(complaintsOfMail(assistMail(scope, values, true)!)).toEqual({ files: sentence });
  expect(() => send(world, "account", ids.acme, { files: many })).toThrow("mails.too_many_files");
  expect(mailRows(db)).toEqual([]);
});

test("a subject that the program makes too long ends in an ellipsis, and the text tells it whole", () => {
  const { db } = mailWorld({ port: 1 });
  queueMail(db, { subject: `Recordatorio: ${"😀".repeat(200)}`, text: "y".repeat(20_001) });
  queueMail(db, { subject: "x".repeat(200), text: "y".repeat(20_000) });
  const [cut, whole] = mailRows(db).map(({ mail }) => mail);
  expect(cut!.subject).toMatch(/^Recordatorio: (😀){185}…$/u);
  expect(cut!.text).toBe(`${"y".repeat(19_999)}…`);
  expect([whole!.subject, whole!.text]).toEqual(["x".repeat(200), "y".repeat(20_000)]);
});

test("what was typed waits while files are added, theirs alone, and the new ones come back ticked", async () => {
  const { db, ids, viewer } = mailWorld({ port: 1 });
  const about = { kind: "account", id: ids.acme } as const;
  const draftFor = (before: MailDraftRow | undefined, more: object, at = now) =>
    write(db, (tx) =>
      keepDraft(tx, before, { typed: { about: ["account"], id: [String(ids.acme)], text: ["Buen día"], _x: ["1"], ...more }, userId: ids.ana, now: at }),
    );
  const [ana, marta] = [scopeFor(viewer("ana"), db), scopeFor(viewer("marta"), db)];
  const id = draftFor(undefined, { files: ["7"] });
  expect(findDraft(ana, about, id)!.typed).toEqual({ about: ["account"], id: [String(ids.acme)], text: ["Buen día"], files: ["7"] });
  expect(findDraft(marta, about, id)).toBeUndefined();
  expect(findDraft(ana, { kind: "account", id: ids.beta }, id)).toBeUndefined();

  const record = findRecord(ana, about)!;
  const kept = await keepFile(Buffer.from("hola"), 100);
  const file = (name: string) => ({ ...kept, name, mime: "text/plain" });
  write(db, (tx) => addAttachments(tx, record, [file("antes.txt")], { userId: ids.ana, now }));
  const added = { recordKind: "account", recordId: ids.acme, draft: id, files: [file("a.txt"), file("b.txt")], photos: [] } as const;
  write(db, (tx): void => {
    addAttachments(tx, record, [...added.files], { userId: ids.ana, now });
    tickAdded(tx, scopeFor(viewer("ana"), tx), about, { ...added, files: [...added.files], photos: [] });
  });
  expect(findDraft(ana, about, id)!.typed.files).toEqual(["7", "2", "3"]);
  const again = draftFor(findDraft(ana, about, id), { text: ["Otra vez"] }, now + 1.5 * 86_400_000);
  expect([again, findDraft(ana, about, id)!.typed]).toEqual([id, { about: ["account"], id: [String(ids.acme)], text: ["Otra vez"] }]);
  const last = draftFor(undefined, {}, now + 3 * 86_400_000);
  expect([findDraft(ana, about, again), findDraft(ana, about, last)?.id]).toEqual([undefined, last]);
  const many = Array.from({ length: 20 }, () => draftFor(undefined, {}, now + 3 * 86_400_000));
  expect([last, ...many].map((one) => findDraft(ana, about, one) !== undefined)).toEqual([false, ...Array(20).fill(true)]);
});

test("what went along is handed out to who sees the mail, the kept bytes and not what the record has now", async () => {
  await using server = await smtpServer();
  const world = mailWorld(server);
  const { db, ids, viewer } = world;
  const scope = scopeFor(viewer("ana"), db);
  const kept = await keepFile(Buffer.from("hola"), 100);
  write(db, (tx) =>
    addAttachments(tx, findRecord(scope, { kind: "account", id: ids.acme })!, [{ ...kept, name: "plano.txt", mime: "text/plain" }], by(ids.ana)),
  );
  const id = send(world, "account", ids.acme, { files: ["1"] });
  write(db, (tx) => removeAttachment(tx, findAttachment(scope, 1)!, by(ids.ana)));
  const [along] = findMail(scope, id)!.attachments;
  expect(along).toMatchObject({ name: "plano.txt", size: 4 });
  expect(await mailedFile(scope, String(along!.id))).toMatchObject({ name: "plano.txt", mime: "text/plain", sha256: kept.sha256 });
  expect(await mailedFile(scopeFor(viewer("luis"), db), String(along!.id))).toBe(missing);
  for (const nothing of ["999", "x", ""]) expect(await mailedFile(scope, nothing)).toBe(missing);
});
