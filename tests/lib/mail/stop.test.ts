import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Database } from "@/db/open";
import type { EffectContext, EffectHandler } from "@/lib/jobs/handler";
import { mailSending } from "@/lib/jobs/mail";
import { work } from "@/lib/jobs/work";
import { mailRows, mailWorld, queueMail, sendDue, states } from "../../support/mail-world";
import { promise } from "../../support/promise";
import { type Behaviour, smtpServer } from "../../support/smtp-server";
import { now } from "../../support/world";

type Server = Awaited<ReturnType<typeof smtpServer>>;

const patient = mailSending({ limits: { connectMs: 30_000, greetingMs: 30_000, silenceMs: 30_000 } });

/** A worker that is told to stop while the server keeps it waiting, and the next worker, whose server answers. */
async function stoppedWhile(behaviour: Behaviour, isWaiting: (db: Database, server: Server) => boolean, handler: EffectHandler = patient) {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  server.state.behaviour = behaviour;
  queueMail(db);
  const stop = new AbortController();
  const done = work({ db, handlers: { "mails.send": handler }, owner: "w", signal: stop.signal, clock: () => now, drainMs: 50 });
  while (!isWaiting(db, server) || server.openLines() === 0) await pause(10);
  stop.abort();
  await done;
  const [stopped] = mailRows(db);
  while (server.openLines() > 0) await pause(10);
  server.state.behaviour = {};
  await sendDue(db, now);
  return { ...stopped!.mail, after: states(db), copies: server.received.length };
}

const isSending = (db: Database) => states(db)[0] === "sending";

test("a worker that stops while its server is silent closes the line, and tells each mail as what it is", async () => {
  const whole = await stoppedWhile({ isMute: "after_data" }, isSending);
  expect(whole).toMatchObject({ state: "possibly_sent", after: ["possibly_sent"], copies: 1 });
  expect(whole.reason).toContain("Puede que haya llegado");

  const before = await stoppedWhile({ isMute: "greeting" }, (_db, { lines }) => lines.length > 0);
  expect(before).toMatchObject({ state: "queued", attempts: 0, reason: null, after: ["sent"], copies: 1 });
  promise("J2", "2 stops of the worker while its server hangs: what may have gone is told, what cannot have gone goes once, and no try is used up");
});

test("a worker that does not write down that it hands over doubles the mail it was stopped in: the count notices", async () => {
  const forgetful: EffectHandler = {
    ...patient,
    effect: (payload, context: EffectContext) => patient.effect(payload, { ...context, handOver: () => undefined }),
  };
  const isWhole = (_db: Database, { received }: Server) => received.length === 1;
  expect(await stoppedWhile({ isMute: "after_data" }, isWhole, forgetful)).toMatchObject({ copies: 2 });
});
