import { beforeEach, expect, test } from "vitest";
import { contacts, origins } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { convertProspect, undoConversion } from "@/lib/documents/convert-prospect";
import { recordEvent } from "@/lib/events/record";
import { timelineOf } from "@/lib/events/timeline";
import { enqueueMail } from "@/lib/mail/enqueue";
import { mailFilters } from "@/lib/mail/filters";
import { mailForm } from "@/lib/mail/forms";
import { listMails } from "@/lib/mail/list";
import { canMail } from "@/lib/mail/policy";
import { findMail, mailsAbout } from "@/lib/mail/queries";
import { createProspect } from "@/lib/prospects/commands";
import { prospectForm } from "@/lib/prospects/forms";
import { assistMail, mailOf } from "@/lib/web/mail-form";
import { aboutOfMail, findMailSubject } from "@/lib/web/mail-subject";
import { mailWorld, sendDue } from "../../support/mail-world";
import { smtpServer } from "../../support/smtp-server";
import { now, today, type World } from "../../support/world";

let here: World;
let prospectId: number;
let server: Awaited<ReturnType<typeof smtpServer>>;
const by = () => ({ userId: here.ids.ana, now, zone: "America/Monterrey" });
const scope = (who: "ana" | "luis" | "rita" | "marta" = "ana") => scopeFor(here.viewer(who), here.db);

beforeEach(async () => {
  server = await smtpServer();
  here = mailWorld(server);
  const typed = { contactedOn: today, personName: "Rosa Ibáñez", companyName: "La Paloma", email: "rosa@paloma.test", ownerId: String(here.ids.ana) };
  const { id: originId } = here.db.select().from(origins).get()!;
  prospectId = write(here.db, (tx) => createProspect(tx, undefined, prospectForm.parse({ ...typed, originId: String(originId) }), by())).id;
  return () => server[Symbol.asyncDispose]();
});

/** What the form of a mail about the prospect does when Ana sends it. */
function send(fields: Record<string, unknown> = {}): number {
  const typed = { people: ["account"], subject: "Lista de {{cliente}}", text: "Buen día, {{contacto}}: soy {{ejecutivo}}.", about: "prospect", id: prospectId };
  return write(here.db, (tx) => {
    const subject = findMailSubject(scopeFor(here.viewer("ana"), tx), "prospect", prospectId)!;
    const mail = mailOf(tx, scopeFor(here.viewer("ana"), tx), subject, mailForm.parse({ ...typed, ...fields }));
    const mailId = enqueueMail(tx, { ...mail, sentBy: here.ids.ana }, { now });
    const after = { mailId, mailSubject: mail.subject };
    const change = { kind: "prospect", id: prospectId, accountId: mail.about.accountId, prospectId, before: null, after };
    recordEvent(tx, { viewer: here.viewer("ana"), name: "mail.sent", change, at: now });
    return mailId;
  });
}

const told = (accountId: number) => timelineOf(scope(), { accountId }, undefined).rows.flatMap((row) => ("event" in row ? [row.event.after?.mailSubject] : []));
const logged = (fields: Record<string, unknown>, who: Parameters<typeof scope>[0] = "ana") =>
  listMails(scope(who), mailFilters.parse(fields)).rows.map(({ subject }) => subject);

test("a mail goes from a prospect to its own address, with its fields filled in, and is told on its page and in the log", async () => {
  const shown = assistMail(
    scope(),
    { about: ["prospect"], id: [String(prospectId)], people: ["account"], subject: ["{{cliente}}"], text: ["{{contacto}}"] },
    true,
  );
  expect([shown?.["preview.to"], shown?.["preview.subject"], shown?.["preview.text"]]).toEqual([
    ["Rosa Ibáñez <rosa@paloma.test>"],
    ["La Paloma"],
    ["Rosa Ibáñez"],
  ]);
  const mailId = send();
  await sendDue(here.db, now);
  expect(server.received[0]).toMatchObject({ to: ["rosa@paloma.test"] });
  expect(server.received[0]!.raw).toContain("soy Ana.");
  const about = { kind: "prospect", id: prospectId } as const;
  expect(mailsAbout(scope(), about)).toMatchObject([{ id: mailId, subject: "Lista de La Paloma", state: "sent", senderName: "Ana", isPartial: false }]);
  expect(listMails(scope(), mailFilters.parse({ about: "prospect", id: String(prospectId) })).rows).toMatchObject([{ aboutName: "La Paloma" }]);
  expect(aboutOfMail(scope(), findMail(scope(), mailId)!)).toEqual({ href: `/prospects/${prospectId}`, label: "La Paloma" });
});

test("only whoever sees the prospect reads its mail, and only whoever may write from it does", () => {
  const mailId = send();
  expect([findMail(scope("luis"), mailId), findMailSubject(scope("luis"), "prospect", prospectId)]).toEqual([undefined, undefined]);
  expect(logged({}, "luis")).toEqual([]);
  const seen = findMailSubject(scope("rita"), "prospect", prospectId)!;
  expect([findMail(scope("rita"), mailId)?.subject, canMail(here.viewer("rita"), seen), canMail(here.viewer("ana"), seen)]).toEqual([
    "Lista de La Paloma",
    false,
    true,
  ]);
});

test("what was mailed to a prospect stays readable with the customer it becomes, and leaves with it when that is undone", () => {
  send();
  const deed = (name: string, run: typeof convertProspect) =>
    write(here.db, (tx) => {
      const change = run(tx, { id: prospectId }, by());
      recordEvent(tx, { viewer: here.viewer("ana"), name, change, at: now });
      return change.accountId!;
    });
  const accountId = deed("prospect.converted", convertProspect);
  expect([told(accountId).filter(Boolean), logged({ account: String(accountId) })]).toEqual([["Lista de La Paloma"], ["Lista de La Paloma"]]);
  expect(told(here.ids.acme).filter(Boolean)).toEqual([]);
  expect(here.db.select().from(contacts).all()).toHaveLength(1);

  send({ subject: "Bienvenida" });
  expect(told(accountId).filter(Boolean)).toEqual(["Bienvenida", "Lista de La Paloma"]);
  write(here.db, (tx) => {
    const change = undoConversion(tx, { id: prospectId }, by());
    recordEvent(tx, { viewer: here.viewer("marta"), name: "prospect.conversion_undone", change, at: now + 1 });
  });
  expect(logged({ account: String(accountId) }, "marta")).toEqual([]);
  expect(logged({ about: "prospect", id: String(prospectId) })).toEqual(["Bienvenida", "Lista de La Paloma"]);
});
