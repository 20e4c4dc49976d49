import { expect, test } from "vitest";
import { mailServer, mails } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { fieldsOf, filled, requireKnownFields } from "@/lib/mail/fields";
import { mailServerForm, mailTemplateForm } from "@/lib/mail/forms";
import { openPassword } from "@/lib/mail/password";
import { findMail, findMailServer, listMailTemplates, templatesFor } from "@/lib/mail/queries";
import { retryMail } from "@/lib/mail/retry";
import { saveMailServer } from "@/lib/mail/server";
import { offerMailTemplate, saveMailTemplate } from "@/lib/mail/templates";
import { dataFolderWithSecret, mailWorld, queueMail } from "../../support/mail-world";
import { now, world } from "../../support/world";

const typed = {
  host: "smtp.sauce.test",
  port: "587",
  security: "starttls",
  userName: "ventas",
  password: "clave",
  fromName: "Sauce",
  fromAddress: "v@sauce.test",
};

function saving(changes: Record<string, string> = {}) {
  dataFolderWithSecret();
  const { db, viewer } = world();
  const save = (more: Record<string, string>) => write(db, (tx) => saveMailServer(tx, mailServerForm.parse({ ...typed, ...more }), now));
  save(changes);
  return { db, viewer, save };
}

test("the password is kept sealed, and comes out of no scope and no history", () => {
  const { db, viewer, save } = saving();
  const sealed = db.select().from(mailServer).get()!.passwordSealed!;
  expect(sealed).not.toContain("clave");
  expect([openPassword(sealed), openPassword(`x${sealed.slice(1)}`)]).toEqual(["clave", undefined]);
  for (const name of ["marta", "ana"] as const) expect(findMailServer(scopeFor(viewer(name), db))!.passwordSealed).toBeNull();
  expect(findMailServer(scopeFor(viewer("ana"), db))).toMatchObject({ host: null, userName: null, fromName: "Sauce" });
  expect(JSON.stringify(save({ fromName: "Otro" }))).not.toMatch(/clave|password|sealed/i);
});

test("a blank password keeps the one there is, and never takes it to another server, user or line", () => {
  const { db, save } = saving();
  save({ password: "", fromName: "Otro" });
  expect(openPassword(db.select().from(mailServer).get()!.passwordSealed!)).toBe("clave");
  for (const other of [{ host: "mal.test" }, { userName: "otro" }, { port: "2525" }, { security: "tls" }] as Record<string, string>[])
    expect(() => save({ password: "", ...other }), JSON.stringify(other)).toThrow("mails.no_password");
  expect(() => save({ security: "none" })).toThrow("mails.open_line");
  expect(() => save({ userName: "" })).toThrow("mails.no_user");
  save({ userName: "", password: "", security: "none" });
  expect(db.select().from(mailServer).get()).toMatchObject({ userName: null, passwordSealed: null });
});

test("a field says what is known of its record, in either language, and one it does not have is refused", () => {
  const values = { customer: "Acme", number: "A-1", balance: "$ 5.00", valid_until: "30/11/2026" };
  expect(filled("invoice", "{{cliente}} {{ FOLIO }} {{balance}}{{vencimiento}}.", values)).toBe("Acme A-1 $ 5.00.");
  expect(filled("quote", "{{valid until}} {{Vigencia}}", values)).toBe("30/11/2026 30/11/2026");
  for (const text of ["{{saldo}}", "{{}}", "{{constructor}}", "{{cliente|x}}"])
    expect(() => filled("quote", text, values), text).toThrow("mails.unknown_field");
  expect(filled("quote", "{cliente} {{{cliente}}}", values)).toBe("{cliente} {Acme}");
  for (const { written } of fieldsOf("invoice", "en")) requireKnownFields("invoice", { text: written });
});

test("each kind and language has one default template, and a retired one is offered no more", () => {
  const { db, viewer } = world();
  const save = (name: string, more: Record<string, string> = {}) => {
    const input = mailTemplateForm.parse({ kind: "quote", locale: "es", name, subject: "x", text: "x", isDefault: "on", ...more });
    return write(db, (tx) => saveMailTemplate(tx, undefined, input, now)).id;
  };
  const scope = scopeFor(viewer("marta"), db);
  save("Una");
  const other = save("Otra");
  save("English", { locale: "en" });
  expect(templatesFor(scope, "quote", "es").map(({ name, isDefault }) => [name, isDefault])).toEqual([["Otra", true], ["Una", false], ["English", true]]); // biome-ignore format: one line reads better
  const kept = listMailTemplates(scope).find(({ id }) => id === other)!;
  write(db, (tx) => offerMailTemplate(tx, kept, false, now));
  expect(templatesFor(scope, "quote", "es").map(({ name }) => name)).toEqual(["Una", "English"]);
  expect(() => save("Mala", { text: "{{saldo}}" })).toThrow("mails.unknown_field");
});

test("only what failed or may not have arrived is sent again, under the same identity", () => {
  const { db, viewer } = mailWorld({ port: 1 });
  const id = queueMail(db);
  const scope = scopeFor(viewer("marta"), db);
  const again = () => write(db, (tx) => retryMail(tx, findMail(scope, id)!, now + 1));
  expect(again).toThrow("mails.not_to_retry");
  db.run("update outbox set state = 'parked', finished_at = 1, attempts = 8, last_error = 'no' where kind = 'mails.send'");
  const before = db.select().from(mails).get()!;
  expect(before).toMatchObject({ state: "failed", reason: "no", attempts: 8, endedAt: 1 });
  again();
  expect(db.select().from(mails).get()).toMatchObject({ state: "queued", attempts: 0, askedAt: now + 1, messageId: before.messageId });
});

test("a mail is as visible as what it is about", () => {
  const { db, ids, viewer } = mailWorld({ port: 1 });
  queueMail(db, { about: { kind: "account", id: ids.acme, accountId: ids.acme } });
  queueMail(db, { about: { kind: "account", id: ids.zeta, accountId: ids.zeta } });
  queueMail(db, { about: { kind: "test", id: 1 }, sentBy: ids.luis });
  const seen = (name: "ana" | "luis" | "marta" | "clara" | "bruno") => {
    const scope = scopeFor(viewer(name), db);
    return scope.select({ id: scope.mails.id }).from(scope.mails).all().map(({ id }) => id); // biome-ignore format: one line reads better
  };
  expect([seen("ana"), seen("bruno"), seen("luis"), seen("clara"), seen("marta")]).toEqual([[1], [1], [2, 3], [1, 2], [1, 2, 3]]);
});
