import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import type { StaffViewer } from "@/lib/access/viewer";
import { createContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { lists } from "@/lib/exports/lists";
import { exporting } from "@/lib/exports/policy";
import { columnsFor } from "@/lib/exports/queries";
import { exportChunks } from "@/lib/exports/sheet";
import { keysOf } from "@/lib/lists/columns";
import { chooseColumns, saveView } from "@/lib/lists/commands";
import { canExport } from "@/lib/lists/policy";
import { listFrame, viewsOf } from "@/lib/lists/queries";
import { aboutText, mailColumns } from "@/lib/mail/columns";
import { mailFilters } from "@/lib/mail/filters";
import { countLog, listMails } from "@/lib/mail/list";
import { retriable } from "@/lib/web/mail-subject";
import { mailWorld, queueMail } from "../../support/mail-world";
import { now } from "../../support/world";

const day = 86_400_000;
const here = mailWorld({ port: 1 });
const { db, ids, viewer } = here;
const person = write(db, (tx) =>
  createContact(tx, contactForm.parse({ givenName: "Rosa", familyName: "Ibáñez", accountId: String(ids.acme) }), { userId: ids.ana, now }),
).id!;
const about = (accountId: number) => ({ kind: "account", id: accountId, accountId }) as const;
const mails = {
  first: queueMail(db, { subject: "De Ana", about: about(ids.acme), sentBy: ids.ana }, now - 3 * day),
  person: queueMail(db, { subject: "A Rosa", about: { kind: "contact", id: person, accountId: ids.acme }, sentBy: ids.marta }, now - day),
  zeta: queueMail(db, { subject: "A Zeta", about: about(ids.zeta), sentBy: ids.luis }),
  own: queueMail(db, { subject: "Aviso" }),
};
type Person = "marta" | "ana" | "luis" | "rita";
const scopeOf = (who: Person | StaffViewer) => scopeFor(typeof who === "string" ? viewer(who) : who, db);
const subjects = (who: Person, address: object = {}) => listMails(scopeOf(who), mailFilters.parse(address)).rows.map(({ subject }) => subject);

test("the log is narrowed by who sent, when, which account and which state, and read from either end", () => {
  expect(subjects("marta")).toEqual(["Aviso", "A Zeta", "A Rosa", "De Ana"]);
  expect(subjects("marta", { sort: "id" })).toEqual(["De Ana", "A Rosa", "A Zeta", "Aviso"]);
  expect(subjects("marta", { sender: String(ids.ana) })).toEqual(["De Ana"]);
  expect(subjects("marta", { sender: "system" })).toEqual(["Aviso"]);
  expect(subjects("marta", { account: String(ids.acme) })).toEqual(["A Rosa", "De Ana"]);
  expect(subjects("marta", { from: "2026-08-20", until: "2026-08-21" })).toEqual(["A Rosa"]);
  expect(subjects("marta", { until: "2026-08-21", q: "ana" })).toEqual(["De Ana"]);
  expect(subjects("marta", { state: "failed" })).toEqual([]);
  expect(subjects("marta", { sender: "nadie", from: "ayer", state: "x", sort: "azar" })).toHaveLength(4);
  expect(subjects("marta", { from: "0000-01-01", until: "9999-12-31" })).toHaveLength(4);
  for (const sort of ["id", "-id"]) {
    const { rows, next } = listMails(scopeOf("marta"), mailFilters.parse({ sort }), { size: 3 });
    const rest = listMails(scopeOf("marta"), mailFilters.parse({ sort, cursor: next }), { size: 3 });
    expect([...rows, ...rest.rows].map(({ id }) => id).sort()).toEqual(Object.values(mails));
  }
});

test("each shows what it is about as far as its reader sees it, and nobody asks for another's account", () => {
  const row = (who: Person, id: number) => listMails(scopeOf(who), mailFilters.parse({})).rows.find((one) => one.id === id);
  expect(row("ana", mails.person)).toMatchObject({ accountName: "Acme", aboutName: "Rosa Ibáñez", senderName: "Marta Ríos" });
  expect(aboutText(row("ana", mails.person)!)).toBe("Contacto Rosa Ibáñez");
  expect(aboutText(row("ana", mails.first)!)).toBe("Cuenta");
  expect(subjects("ana")).toEqual(["A Rosa", "De Ana"]);
  expect(subjects("luis")).toEqual(["A Zeta"]);
  expect(subjects("luis", { account: String(ids.acme) })).toEqual([]);
  expect(countLog(scopeOf("luis"), mailFilters.parse({}))).toBe(1);
  expect(countLog(scopeOf("marta"), mailFilters.parse({ q: "rosa" }))).toBe(1);
});

test("its columns are chosen, its views kept, and it goes out with both like the other lists", async () => {
  const by = { userId: ids.marta, now, mayForAll: true };
  write(db, (tx) => saveView(tx, { list: "mails", name: "Los de Ana", audience: "all", groupId: null, address: `sender=${ids.ana}` }, by));
  write(db, (tx) => chooseColumns(tx, { list: "mails", address: "", columns: ["account", "addresses"], usual: false }, ids.marta));
  const scope = scopeOf("marta");
  expect(viewsOf(scope, "mails").map(({ name }) => name)).toEqual(["Los de Ana"]);
  expect(keysOf(listFrame(scope, "mails", mailFilters.parse({}), mailColumns).shown)).toEqual(["subject", "addresses", "account"]);
  expect(await taken(viewer("marta"), `sender=${ids.ana}`)).toEqual(["Asunto,Direcciones,Cuenta", "De Ana,luisa@acme.test,Acme"]);
  const all = await taken(viewer("marta"), "columns=id,people,about,state,sender,created&sort=id");
  expect(all.slice(0, 3)).toEqual([
    "Identificador,Asunto,Destinatarios,Sobre,Estado,Lo envió,Fecha",
    `${mails.first},De Ana,Luisa,Cuenta,En espera,Ana,2026-08-19`,
    `${mails.person},A Rosa,Luisa,Contacto Rosa Ibáñez,En espera,Marta Ríos,2026-08-21`,
  ]);
});

test("who takes the log out takes what may be taken of each kind of record", async () => {
  const ana = viewer("ana");
  expect(canExport(viewer("rita"), "mails")).toBe(canExport(viewer("rita"), "accounts"));
  const ofAccounts: StaffViewer = { ...ana, grants: { accounts: { view: "own", export: "own" }, contacts: { view: "own" } } };
  expect(canExport(ofAccounts, "mails")).toBe(true);
  expect(await taken(ofAccounts, "columns=state")).toEqual(["Asunto,Estado", "De Ana,En espera"]);
  expect(canExport({ ...ana, grants: { contacts: { view: "own" } } }, "mails")).toBe(false);
  expect(lists.mails.count(scopeOf(ofAccounts), "q=rosa", 10)).toBe(1);
});

test("what did not leave can be sent again from its row, by whoever may from its page", () => {
  db.run(`update outbox set state = 'parked', finished_at = 1 where id in (select job_id from mails where id in (${mails.first}, ${mails.own}))`);
  const open = (who: Person) => [...retriable(scopeOf(who), listMails(scopeOf(who), mailFilters.parse({})).rows)];
  expect(open("ana")).toEqual([mails.first]);
  expect(open("marta")).toEqual([mails.own, mails.first]);
  expect(open("luis")).toEqual([]);
  expect(subjects("marta", { state: "failed" })).toEqual(["Aviso", "De Ana"]);
});

async function taken(who: StaffViewer, address: string): Promise<string[]> {
  const scope = scopeOf(exporting(who, "mails"));
  const chunks: Uint8Array[] = [];
  for await (const chunk of exportChunks(scope, { list: "mails", address, format: "csv", columns: keysOf(columnsFor(scope, "mails", address)) }))
    chunks.push(chunk);
  return Buffer.concat(chunks).toString().replace("\uFEFF", "").trim().split("\r\n");
}
