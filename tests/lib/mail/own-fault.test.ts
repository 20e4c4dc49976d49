import { expect, test } from "vitest";
import type { Database } from "@/db/open";
import { mailServer } from "@/db/schema";
import { mailRows, mailWorld, minute, queueMail, sendDue, states } from "../../support/mail-world";
import { promise } from "../../support/promise";
import { type Behaviour, smtpServer } from "../../support/smtp-server";
import { now } from "../../support/world";

const busy = "421 4.7.0 Try again later, closing connection";

function queueSix(db: Database) {
  for (const name of ["p", "ok0", "ok1", "ok2", "ok3", "ok4"]) queueMail(db, { to: [{ address: `${name}@acme.test` }] });
}

test("a mail that its server turns away with 421 keeps nobody else back, waits longer each time and is given up after a day", async () => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  server.state.behaviour = { recipients: { "p@acme.test": busy } };
  queueSix(db);
  for (let at = now; at < now + 10 * minute; at += minute) await sendDue(db, at);
  expect(states(db)).toEqual(["queued", ...Array(5).fill("sent")]);
  expect(mailRows(db)[0]!.mail).toMatchObject({ reason: `El servidor pidió intentarlo más tarde: «${busy}».` });
  expect(db.select().from(mailServer).get()).toMatchObject({ failingSince: null, retryAt: null });

  for (let at = now; at < now + 31 * 60 * minute; at += 10 * minute) await sendDue(db, at);
  expect(mailRows(db)[0]!.mail).toMatchObject({ state: "failed" });
  expect(mailRows(db)[0]!.mail.attempts).toBeLessThan(12);
  promise("J2", "1 mail answered with 421 for a day beside 5 others: 5 delivered at once, 1 given up with its reason");
});

test.each<[string, Behaviour]>([
  ["cuts before the last byte", { hangUp: "at_data" }],
  ["turns away at the sender", { sender: busy }],
  ["turns away once it has it all", { data: busy }],
])("what a server %s counts as a try of that mail, and the line stays open", async (_what, behaviour) => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  server.state.behaviour = behaviour;
  queueMail(db);
  await sendDue(db, now);
  expect(mailRows(db)[0]!.mail).toMatchObject({ state: "queued", attempts: 1 });
  expect(db.select().from(mailServer).get()).toMatchObject({ failingSince: null, retryAt: null });
  server.state.behaviour = {};
  queueMail(db);
  await sendDue(db, now);
  expect(states(db)).toEqual(["queued", "sent"]);
});

test("whoever found the line closed goes behind the others", async () => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  server.state.behaviour = { greeting: "421 Too busy" };
  queueSix(db);
  await sendDue(db, now);
  const [first, ...others] = mailRows(db).map(({ mail }) => mail.nextTryAt!);
  expect(others.every((at) => at === now + minute && at < first!)).toBe(true);
});

test("a server that lets us in again opens the line, whatever it says of the mail that knocked", async () => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  server.state.behaviour = { greeting: "421 Too busy" };
  queueSix(db);
  await sendDue(db, now);
  server.state.behaviour = { recipients: { "ok0@acme.test": busy } };
  await sendDue(db, now + 2 * minute);
  expect(states(db)).toEqual(["sent", "queued", ...Array(4).fill("sent")]);
});
