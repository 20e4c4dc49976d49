import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { editAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { type MailSubject, recipientsFor } from "@/lib/contacts/recipients";
import { now, world } from "../../support/world";

function setting() {
  const here = world();
  const { db, ids } = here;
  const by = { userId: ids.ana, now };
  return {
    ...here,
    person: (givenName: string, more: Record<string, string>) =>
      write(db, (tx) => createContact(tx, contactForm.parse({ accountId: String(ids.acme), givenName, ...more }), by)).id,
    mailbox: (email: string) =>
      write(db, (tx) => editAccount(tx, { id: ids.acme }, accountForm.parse({ name: "Acme", ownerId: String(ids.ana), taxId: "ACM990101AB1", email }), by)),
    names: (about: MailSubject, viewer: "ana" | "luis" = "ana") => recipientsFor(scopeFor(here.viewer(viewer), db), ids.acme, about).map(({ name }) => name),
  };
}

test("what is sent goes to who receives it, then to the principal, then to the account", () => {
  const { person, mailbox, names } = setting();
  expect(names("quotes")).toEqual([]);
  mailbox("hola@ejemplo.test");
  expect(names("quotes")).toEqual(["Acme"]);

  person("Rosa", { isPrimary: "on", email: "rosa@ejemplo.test" });
  person("Tomás", { receivesInvoices: "on", email: "tomas@ejemplo.test" });
  person("Ana", { receivesInvoices: "on", receivesCollection: "on", email: "ana@ejemplo.test" });
  person("Sin correo", { receivesQuotes: "on" });

  expect(names("quotes")).toEqual(["Rosa"]);
  expect(names("invoices")).toEqual(["Ana", "Tomás"]);
  expect(names("collection")).toEqual(["Ana"]);
});

test("nobody learns where an account of others receives its mail", () => {
  const { person, mailbox, names } = setting();
  mailbox("hola@ejemplo.test");
  person("Rosa", { receivesQuotes: "on", email: "rosa@ejemplo.test" });
  expect(names("quotes", "luis")).toEqual([]);
});

test("who no longer works there receives nothing, nor who does not yet", () => {
  const { person, names } = setting();
  person("Rosa", { receivesQuotes: "on", email: "rosa@ejemplo.test", sinceOn: "2020-01-01", untilOn: "2026-08-21" });
  person("Silvia", { receivesQuotes: "on", email: "silvia@ejemplo.test", sinceOn: "2030-01-01" });
  expect(names("quotes")).toEqual([]);
  person("Tomás", { receivesQuotes: "on", email: "tomas@ejemplo.test", sinceOn: "2020-01-01" });
  expect(names("quotes")).toEqual(["Tomás"]);
});
