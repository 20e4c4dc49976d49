import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Database } from "@/db/open";
import { keepFile } from "@/lib/files/store";
import type { EffectContext, EffectHandler } from "@/lib/jobs/handler";
import { mailSending } from "@/lib/jobs/mail";
import { claim } from "@/lib/jobs/queue";
import { runEffect } from "@/lib/jobs/run";
import { mailRows, mailWorld, minute, queueMail, states } from "../../support/mail-world";
import { smtpServer } from "../../support/smtp-server";
import { now } from "../../support/world";

const limits = { connectMs: 5_000, greetingMs: 5_000, silenceMs: 30_000 };
const patient = mailSending({ limits });
const byTheWorker = { ...patient, limitMs: 1_500 };
const heavy = Buffer.alloc(5 * 1_048_576, "x");

/** One try at a heavy mail by a server that takes nothing in, until the try is given up; then it takes in what there is, and the next tries are quick. */
async function throughASlowServer(handler: EffectHandler) {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  const { promise: reads, resolve: read } = Promise.withResolvers<void>();
  queueMail(db, { attachments: [{ ...(await keepFile(heavy, heavy.length)), name: "fotos.zip", mime: "application/zip" }] });
  server.state.behaviour = { reads };
  await tryOnce(db, handler, now);
  const [given] = mailRows(db);
  server.state.behaviour = {};
  read();
  await tryOnce(db, patient, now + 10 * minute);
  while (server.openLines() > 0) await pause(20);
  return { given: given!.mail, states: states(db), copies: server.received.length };
}

async function tryOnce(db: Database, handler: EffectHandler, at: number) {
  const job = claim(db, { owner: "w", now: at, handlers: { "mails.send": handler } })!;
  await runEffect(db, job, handler, { owner: "w", now: at, clock: () => at });
}

test("a mail that its server takes in too slowly is given up, says so, and is not sent twice by its next try", async () => {
  const { given, ...after } = await throughASlowServer(mailSending({ limits, patienceMs: () => 300 }));
  expect(given).toMatchObject({ state: "queued", attempts: 1, reason: "El servidor de correo recibe demasiado despacio." });
  expect(after).toEqual({ states: ["sent"], copies: 1 });
});

test("the worker's own limit closes the line too, and a try that goes on for all that may not hand over", async () => {
  expect(await throughASlowServer(byTheWorker)).toMatchObject({ given: { state: "queued" }, states: ["sent"], copies: 1 });
  expect(await throughASlowServer(unstoppable(byTheWorker, (context) => context.handOver))).toMatchObject({ states: ["sent"], copies: 1 });
});

test("a try that neither stops nor asks sends twice: the count notices", async () => {
  const careless = unstoppable(byTheWorker, () => () => undefined);
  expect(await throughASlowServer(careless)).toMatchObject({ states: ["sent"], copies: 2 });
});

function unstoppable(handler: EffectHandler, handOver: (context: EffectContext) => () => void): EffectHandler {
  const signal = new AbortController().signal;
  return { ...handler, effect: (payload, context) => handler.effect(payload, { ...context, signal, handOver: handOver(context) }) };
}
