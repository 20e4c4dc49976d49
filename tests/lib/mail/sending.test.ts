import { expect, test } from "vitest";
import { files, mailRecipients, mailServer } from "@/db/schema";
import { write } from "@/db/write";
import { keepFile } from "@/lib/files/store";
import { retryJob } from "@/lib/jobs/enqueue";
import type { EffectHandler } from "@/lib/jobs/handler";
import { selfSigned } from "../../support/certificate";
import { throughAnHourWithout } from "../../support/mail-hour";
import { mailRows, mailWorld, minute, queueMail, sendDue, setMailServer, states } from "../../support/mail-world";
import { promise } from "../../support/promise";
import { smtpServer } from "../../support/smtp-server";
import { now } from "../../support/world";

const day = 24 * 60 * minute;

test("a mail reaches its server whole, once, under the identity written down with it", async () => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  queueMail(db, { cc: [{ address: "pagos@acme.test" }], text: "Línea uno.\n.\n..dos\nAñejo" });
  expect(await sendDue(db, now)).toBe(1);
  expect(await sendDue(db, now + day)).toBe(0);

  const [{ mail, job }] = mailRows(db) as [ReturnType<typeof mailRows>[number]];
  expect(mail).toMatchObject({ state: "sent", attempts: 1, reason: null, nextTryAt: null, endedAt: now });
  expect(job.messageId).toBe(mail.messageId);
  expect(server.received).toMatchObject([{ from: "ventas@sauce.test", to: ["luisa@acme.test", "pagos@acme.test"], messageId: mail.messageId }]);
  expect(server.received[0]!.raw).toMatch(/^To: Luisa <luisa@acme\.test>\r$/m);
});

test("a file goes along under its own name, and stays with the mail", async () => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  const kept = await keepFile(Buffer.from("hola"), 100);
  queueMail(db, { attachments: [{ ...kept, name: "nota\r\nX: 1.txt", mime: "text/plain" }] });
  await sendDue(db, now);
  expect(server.received[0]!.raw).toContain("aG9sYQ==");
  expect(server.received[0]!.raw).not.toMatch(/^X: 1/m);
  expect(db.select().from(files).all()).toMatchObject([{ sha256: kept.sha256, name: "nota X: 1.txt" }]);
});

test("an hour without a server loses nothing: one knocks for all, and once it answers everything goes", async () => {
  promise("J2", await throughAnHourWithout(30));
});

test.each<[string, (effect: EffectHandler["effect"]) => EffectHandler["effect"]]>([
  ["takes a failure for a delivery", (effect) => (payload, context) => effect(payload, context).catch(() => undefined)],
  [
    "counts a server that is down as a try of each mail",
    (effect) => (payload, context) => effect(payload, context).catch(({ message }) => Promise.reject(new Error(message))),
  ],
  ["sends what was taken once more", (effect) => async (payload, context) => { await effect(payload, context); await effect(payload, context); }], // biome-ignore format: one line reads better
])("a sender that %s turns that hour red", async (_what, bent) => {
  await expect(throughAnHourWithout(3, (sending) => ({ ...sending, effect: bent(sending.effect) }))).rejects.toThrow();
});

test("what a server refuses for good is not tried again; what it puts off is", async () => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  server.state.behaviour = { recipients: { "luisa@acme.test": "550 5.1.1 No such user" } };
  queueMail(db);
  await sendDue(db, now);
  expect(mailRows(db)[0]!.mail).toMatchObject({ state: "failed", reason: "El servidor rechazó el correo: «550 5.1.1 No such user»." });

  server.state.behaviour = { data: "451 4.7.1 Greylisted" };
  queueMail(db);
  await sendDue(db, now);
  const later = mailRows(db)[1]!.mail;
  expect(later).toMatchObject({ state: "queued", attempts: 1, reason: "El servidor pidió intentarlo más tarde: «451 4.7.1 Greylisted»." });
  expect(later.nextTryAt).toBeGreaterThan(now + minute / 2);

  server.state.behaviour = {};
  await sendDue(db, now + day);
  expect([states(db), server.received.length]).toEqual([["failed", "sent"], 1]);
});

test("whom alone the server refuses is told beside their name; the others get the mail", async () => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  server.state.behaviour = { recipients: { "pagos@acme.test": "550 5.1.1 Unknown" } };
  queueMail(db, { cc: [{ address: "pagos@acme.test" }] });
  await sendDue(db, now);
  expect(states(db)).toEqual(["sent"]);
  expect(server.received[0]!.to).toEqual(["luisa@acme.test"]);
  expect(
    db
      .select()
      .from(mailRecipients)
      .all()
      .map(({ refusal }) => refusal),
  ).toEqual([null, "550 5.1.1 Unknown"]);
});

test("a silence or a cut once the message is whole leaves it possibly sent, and a person may send it again under the same identity", async () => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  for (const behaviour of [{ isMute: "after_data" }, { hangUp: "before_answer" }, { hangUp: "before_keeping" }] as const) {
    server.state.behaviour = behaviour;
    queueMail(db);
    await sendDue(db, now);
  }
  expect(states(db)).toEqual(Array(3).fill("possibly_sent"));
  expect(mailRows(db)[0]!.mail.reason).toContain("Puede que haya llegado");
  expect(await sendDue(db, now + day)).toBe(0);

  server.state.behaviour = {};
  write(db, (tx) => { for (const { mail } of mailRows(db)) retryJob(tx, mail.jobId, now); }); // biome-ignore format: one line reads better
  await sendDue(db, now);
  expect(states(db)).toEqual(Array(3).fill("sent"));
  const copies = Map.groupBy(server.received, ({ messageId }) => messageId);
  expect([...copies.values()].map(({ length }) => length)).toEqual([2, 2, 1]);
});

test("a cut before the message, or a server that never greets, is tried again: it cannot have gone", async () => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  for (const behaviour of [{ hangUp: "at_data" }, { isMute: "connect" }, { isMute: "greeting" }, { greeting: "421 Too busy" }] as const) {
    server.state.behaviour = behaviour;
    const id = queueMail(db);
    await sendDue(db, now + id * 10 * minute);
    expect([behaviour, mailRows(db).at(-1)!.mail.state]).toEqual([behaviour, "queued"]);
  }
  server.state.behaviour = {};
  await sendDue(db, now + day / 2);
  expect([states(db), server.received.length]).toEqual([Array(4).fill("sent"), 4]);
});

test("after a day without getting through a mail is given up, says so, and can be sent again", async () => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  await server.down();
  queueMail(db);
  for (let at = now; at <= now + day + 10 * minute; at += 5 * minute) await sendDue(db, at);
  expect(mailRows(db)[0]!.mail).toMatchObject({ state: "failed" });
  expect(mailRows(db)[0]!.mail.reason).toMatch(/^Se intentó durante un día\. No se puede conectar/);
});

test("the password goes only over a closed line to a server whose certificate holds, and never otherwise", async () => {
  const good = selfSigned();
  const credentials = { name: "ventas", password: "clave-secreta" };
  await using server = await smtpServer({ tls: good, offersStartTls: true, credentials });
  const { db } = mailWorld({ port: server.port, security: "starttls", password: credentials.password });
  queueMail(db);
  await sendDue(db, now);
  expect(mailRows(db)[0]!.mail.reason).toMatch(
    /^No se envió: el certificado del servidor de correo localhost:\d+ no es de fiar, porque nadie conocido lo respalda/,
  );
  expect(server.logins).toEqual([]);

  await sendDue(db, now + 10 * minute, { trusted: good.cert });
  expect(states(db)).toEqual(["sent"]);
  expect(server.logins).toMatchObject([{ isSecure: true }]);

  await using open = await smtpServer({ credentials });
  setMailServer(db, { port: open.port, security: "starttls", password: credentials.password });
  queueMail(db);
  await sendDue(db, now);
  expect(mailRows(db)[1]!.mail).toMatchObject({ state: "queued" });
  expect(mailRows(db)[1]!.mail.reason).toContain("STARTTLS");
  expect(open.logins).toEqual([]);
});

test.each([
  ["another name", selfSigned({ name: "otro.test" }), "es de otro nombre"],
  ["gone by", selfSigned({ until: new Date(Date.now() - 1000) }), "no está vigente"],
])("a certificate of %s is refused with its reason", async (_what, tls, reason) => {
  await using server = await smtpServer({ tls, isTlsAtOnce: true });
  const { db } = mailWorld({ port: server.port, security: "tls" });
  queueMail(db);
  await sendDue(db, now, { trusted: tls.cert });
  expect(mailRows(db)[0]!.mail.reason).toContain(reason);
  expect(server.received).toEqual([]);
});

test("a wrong password is told, and one kept under another secret asks to be set again", async () => {
  const tls = selfSigned();
  await using server = await smtpServer({ tls, isTlsAtOnce: true, credentials: { name: "ventas", password: "buena" } });
  const { db } = mailWorld({ port: server.port, security: "tls", password: "mala" });
  queueMail(db);
  await sendDue(db, now, { trusted: tls.cert });
  expect(mailRows(db)[0]!.mail.reason).toBe("El servidor de correo no aceptó el usuario o la contraseña: «535 5.7.8 Bad credentials».");

  write(db, (tx) => tx.update(mailServer).set({ passwordSealed: "AAAA", retryAt: null, failure: null, failingSince: null }).run());
  await sendDue(db, now + day, { trusted: tls.cert });
  expect(mailRows(db)[0]!.mail).toMatchObject({
    state: "failed",
    reason: "La contraseña guardada del correo ya no se puede leer. Póngala de nuevo en Ajustes › Correo.",
  });
});
