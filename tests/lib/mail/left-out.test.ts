import { expect, test } from "vitest";
import type { Database } from "@/db/open";
import { mailRecipients } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { mailFilters } from "@/lib/mail/filters";
import { listMails } from "@/lib/mail/list";
import { findMail } from "@/lib/mail/queries";
import { retryMail } from "@/lib/mail/retry";
import { mailRows, mailWorld, minute, queueMail, sendDue, states } from "../../support/mail-world";
import { smtpServer } from "../../support/smtp-server";
import { now } from "../../support/world";

const later = "451 4.7.1 Greylisted";
const unknown = "550 5.1.1 Unknown";
const day = 24 * 60 * minute;

test("whom a server refused while it took the mail for others can be tried again, alone", async () => {
  await using server = await smtpServer();
  const { db, viewer } = mailWorld(server);
  server.state.behaviour = { recipients: { "pagos@acme.test": unknown } };
  const id = queueMail(db, { cc: [{ address: "pagos@acme.test" }] });
  const again = (at: number) => write(db, (tx) => retryMail(tx, findMail(scopeFor(viewer("marta"), db), id)!, at));
  await sendDue(db, now);
  expect([states(db), refusals(db)]).toEqual([["sent"], [null, unknown]]);

  again(now + minute);
  server.state.behaviour = {};
  await sendDue(db, now + minute);
  expect([states(db), refusals(db)]).toEqual([["sent"], [null, null]]);
  expect(server.received.map(({ to }) => to)).toEqual([["luisa@acme.test"], ["pagos@acme.test"]]);
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(1);
  expect(() => again(now + 2 * minute)).toThrow("mails.not_to_retry");
});

test.each([
  ["for good", unknown],
  ["for a day", later],
])("refused again %s, it stays sent to the others and told of those left out", async (_what, answer) => {
  await using server = await smtpServer();
  const { db, viewer } = mailWorld(server);
  server.state.behaviour = { recipients: { "pagos@acme.test": answer } };
  const id = queueMail(db, { cc: [{ address: "pagos@acme.test" }] });
  await sendDue(db, now);
  if (answer === unknown) write(db, (tx) => retryMail(tx, findMail(scopeFor(viewer("marta"), db), id)!, now));
  await sendDue(db, now);
  await sendDue(db, now + day + minute);
  expect([states(db), refusals(db)]).toEqual([["sent"], [null, answer]]);
  expect(server.received.map(({ to }) => to)).toEqual([["luisa@acme.test"]]);
});

test("whom a server put off is tried again by itself, alone, while it is told who has no mail yet", async () => {
  await using server = await smtpServer();
  const { db, viewer } = mailWorld(server);
  server.state.behaviour = { recipients: { "pagos@acme.test": later, "nadie@acme.test": unknown } };
  queueMail(db, { cc: [{ address: "pagos@acme.test" }, { address: "nadie@acme.test" }] });
  await sendDue(db, now);
  expect(mailRows(db)[0]!.mail).toMatchObject({ state: "queued", reason: `Para pagos@acme.test el servidor pidió intentarlo más tarde: «${later}».` });

  server.state.behaviour = {};
  await sendDue(db, now + 2 * minute);
  await sendDue(db, now + day);
  expect([states(db), refusals(db)]).toEqual([["sent"], [null, null, unknown]]);
  expect(server.received.map(({ to }) => to)).toEqual([["luisa@acme.test"], ["pagos@acme.test"]]);
  expect(listMails(scopeFor(viewer("marta"), db), mailFilters.parse({})).rows[0]).toMatchObject({ state: "sent", isPartial: true });
});

test.each([
  ["first", { "luisa@acme.test": later, "pagos@acme.test": unknown }, ["luisa@acme.test"]],
  ["last", { "luisa@acme.test": unknown, "pagos@acme.test": later }, ["pagos@acme.test"]],
])("refused for all with answers of both kinds, whom it was put off for %s gets it later, and the other is told", async (_what, recipients, reached) => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  server.state.behaviour = { recipients };
  queueMail(db, { cc: [{ address: "pagos@acme.test" }] });
  await sendDue(db, now);
  expect([states(db), refusals(db)]).toEqual([["queued"], Object.values(recipients)]);

  server.state.behaviour = {};
  await sendDue(db, now + 2 * minute);
  expect([states(db), server.received.map(({ to }) => to)]).toEqual([["sent"], [reached]]);
  expect(refusals(db).filter((refusal) => refusal !== null)).toEqual([unknown]);
});

test("refused for all for good, the mail failed, and each answer is told", async () => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  server.state.behaviour = { recipients: { "luisa@acme.test": unknown, "pagos@acme.test": "552 5.2.2 Full" } };
  queueMail(db, { cc: [{ address: "pagos@acme.test" }] });
  await sendDue(db, now);
  expect([states(db), refusals(db)]).toEqual([["failed"], [unknown, "552 5.2.2 Full"]]);
});

function refusals(db: Database) {
  const rows = db.select({ refusal: mailRecipients.refusal }).from(mailRecipients).orderBy(mailRecipients.id).all();
  return rows.map(({ refusal }) => refusal);
}
