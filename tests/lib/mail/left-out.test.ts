import { expect, test } from "vitest";
import type { Database } from "@/db/open";
import { mailRecipients } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { findMail } from "@/lib/mail/queries";
import { retryMail } from "@/lib/mail/retry";
import { mailWorld, minute, queueMail, sendDue, states } from "../../support/mail-world";
import { smtpServer } from "../../support/smtp-server";
import { now } from "../../support/world";

const later = "451 4.7.1 Greylisted";
const day = 24 * 60 * minute;

test("whom a server put off while it took the mail for others can be tried again, alone", async () => {
  await using server = await smtpServer();
  const { db, viewer } = mailWorld(server);
  server.state.behaviour = { recipients: { "pagos@acme.test": later } };
  const id = queueMail(db, { cc: [{ address: "pagos@acme.test" }] });
  const again = (at: number) => write(db, (tx) => retryMail(tx, findMail(scopeFor(viewer("marta"), db), id)!, at));
  await sendDue(db, now);
  expect([states(db), refusals(db)]).toEqual([["sent"], [null, later]]);

  again(now + minute);
  server.state.behaviour = {};
  await sendDue(db, now + minute);
  expect([states(db), refusals(db)]).toEqual([["sent"], [null, null]]);
  expect(server.received.map(({ to }) => to)).toEqual([["luisa@acme.test"], ["pagos@acme.test"]]);
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(1);
  expect(() => again(now + 2 * minute)).toThrow("mails.not_to_retry");
});

test.each([
  ["for good", "550 5.1.1 Unknown"],
  ["for a day", later],
])("refused again %s, it stays sent to the others and told of those left out", async (_what, answer) => {
  await using server = await smtpServer();
  const { db, viewer } = mailWorld(server);
  server.state.behaviour = { recipients: { "pagos@acme.test": answer } };
  const id = queueMail(db, { cc: [{ address: "pagos@acme.test" }] });
  await sendDue(db, now);
  write(db, (tx) => retryMail(tx, findMail(scopeFor(viewer("marta"), db), id)!, now));
  await sendDue(db, now);
  await sendDue(db, now + day + minute);
  expect([states(db), refusals(db)]).toEqual([["sent"], [null, answer]]);
  expect(server.received.map(({ to }) => to)).toEqual([["luisa@acme.test"]]);
});

function refusals(db: Database) {
  const rows = db.select({ refusal: mailRecipients.refusal }).from(mailRecipients).orderBy(mailRecipients.id).all();
  return rows.map(({ refusal }) => refusal);
}
