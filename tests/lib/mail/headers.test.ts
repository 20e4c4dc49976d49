import { expect, test } from "vitest";
import { mailRecipients, mails } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import { cleanFileName, isMailbox } from "@/lib/mail/clean";
import { composed } from "@/lib/mail/message";
import { mailWorld, queueMail, sendDue } from "../../support/mail-world";
import { promise } from "../../support/promise";
import { smtpServer } from "../../support/smtp-server";
import { now } from "../../support/world";

const bent = [
  "Acme\r\nBcc: robo@mal.test",
  "Acme\nX-Mal: 1",
  "Acme\rX-Mal: 1",
  "Acme\u2028Bcc: robo@mal.test",
  "Acme\u0085Bcc: robo@mal.test",
  "\u202etset.lam@obor\u202c",
  "A\0cme",
  '"Acme" <robo@mal.test>',
  "Acme, robo@mal.test",
  "Acme\r\n\r\nCuerpo falso",
  `${"ñ".repeat(1_000)}\r\nBcc: robo@mal.test`,
  "=?utf-8?Q?=0D=0ABcc:_robo@mal.test?=",
];
const noMailbox = [
  ...["a@acme.test\r\nBcc: robo@mal.test", "a@acme.test, robo@mal.test", "Ana <a@acme.test>", "a@acme.test\u0000", '"a@b"@acme.test', "a(x)@acme.test"],
  ...["a＠acme.test", "a@acme.test robo@mal.test", "a@acme", "@acme.test", "a@añejo.test", "a@acme.test;b@acme.test", "group: a@acme.test;", "a@acme.test>"],
  `${"a".repeat(300)}@acme.test`,
];
const ours = ["from", "to", "subject", "message-id", "date", "mime-version", "content-type", "content-transfer-encoding"].sort();

test("no name, subject or text adds a header, a recipient or a part", async () => {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  for (const text of bent) queueMail(db, { to: [{ address: "luisa@acme.test", name: text }], subject: text, text });
  await sendDue(db, now);
  expect(server.received.length).toBe(bent.length);
  for (const { to, raw } of server.received) {
    expect(headersOf(raw), raw).toEqual(ours);
    expect(raw.slice(0, raw.indexOf("\r\n\r\n"))).toMatch(/^[\x20-\x7e\t\r\n]+$/);
    expect(to).toEqual(["luisa@acme.test"]);
  }
  for (const { subject } of db.select().from(mails).all()) expect(subject).toMatch(/^[^\p{Cc}\u2028\u2029\u202a-\u202e]{1,200}$/u);
  for (const { name } of db.select().from(mailRecipients).all()) expect([...name!].length).toBeLessThanOrEqual(100);
  promise("F6", `${bent.length} bent names, subjects and texts, ${noMailbox.length} addresses that are none: 0 headers and 0 recipients added`);
});

test("a mail put together from the same texts by hand would be bent: the look at its headers notices", () => {
  expect(headersOf(`From: v@sauce.test\r\nSubject: ${bent[0]}\r\n\r\nHola`)).toContain("bcc");
});

test("what is not one plain address is refused, and so are more than twenty", () => {
  const { db } = mailWorld({ port: 1 });
  expect(noMailbox.filter(isMailbox)).toEqual([]);
  for (const address of noMailbox) expect(() => queueMail(db, { to: [{ address }] }), address).toThrow(RuleError);
  const crowd = Array.from({ length: 21 }, (_, place) => ({ address: `p${place}@acme.test` }));
  expect(() => queueMail(db, { to: crowd })).toThrow("mails.too_many_recipients");
  expect(() => queueMail(db, { to: [], cc: crowd.slice(0, 1) })).toThrow("mails.no_recipient");
  expect(db.select().from(mails).all()).toEqual([]);
});

test("the names of files stay names, and no path or address is ever read", async () => {
  const attachments = bent.map((name) => ({ name: `${name}.pdf`, mime: "application/pdf", bytes: Buffer.from("%PDF") }));
  const message = { messageId: "1@sauce.test", date: new Date(0), from: { address: "v@sauce.test" }, to: [{ address: "a@acme.test" }], cc: [], subject: "x" };
  const raw = (await composed({ ...message, text: "x", attachments })).toString("latin1");
  expect(raw).not.toMatch(/^(bcc|x-mal):/im);
  expect(raw.match(/^content-disposition: attachment/gim)?.length).toBe(bent.length);
});

test.each([
  [`${"Plano de la obra ".repeat(12)}.pdf`, ".pdf"],
  [`${"ñ".repeat(300)}.tar.gz`, ".gz"],
  [`a.\r\n${"x".repeat(300)}`, "x"],
])("a long name of a file keeps its ending", (name, ending) => {
  const cut = cleanFileName(name, 100);
  expect([[...cut].length <= 100, cut.endsWith(ending)]).toEqual([true, true]);
  expect(cut).not.toMatch(/[\r\n]/);
});

function headersOf(raw: string): string[] {
  const lines = raw
    .slice(0, raw.indexOf("\r\n\r\n"))
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  return lines.map((line) => line.slice(0, line.indexOf(":")).toLowerCase()).sort();
}
