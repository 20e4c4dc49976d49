import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { mailFilters } from "@/lib/mail/filters";
import { listMails } from "@/lib/mail/list";
import { findMail } from "@/lib/mail/queries";
import { reasonOf, reasonText } from "@/lib/mail/reason";
import { mailWorld, queueMail } from "../../support/mail-world";

const secrets = {
  server: "interno.sauce.test:2525",
  host: "interno.sauce.test",
  said: "535 ventas@interno.sauce.test",
  why: "mails.failures.certificate_expired",
};
const ofTheServer = ["login", "no_login", "turned_away", "certificate", "tls", "unknown_host", "silent", "unreachable", "unsure"] as const;

/** What each reads of why a mail did not leave, on its page and in the list. */
function readings(reason: string) {
  const { db, ids, viewer } = mailWorld({ port: 1 });
  const id = queueMail(db, { about: { kind: "account", id: ids.acme, accountId: ids.acme } });
  write(db, (tx) => tx.run(`update outbox set state = 'parked', finished_at = 1, last_error = '${reason}' where kind = 'mails.send'`));
  return (name: "ana" | "marta") => {
    const scope = scopeFor(viewer(name), db);
    const texts = [findMail(scope, id)!.reason!, listMails(scope, mailFilters.parse({})).rows[0]!.reason!].map(reasonText);
    expect(texts[0]).toBe(texts[1]);
    return texts[0]!;
  };
}

test.each(ofTheServer)("where the server stands and what it answered is for who sets it up: %s", (name) => {
  const reason = reasonOf(`mails.failures.${name}`, secrets);
  for (const one of [reason, reasonOf("mails.failures.gave_up", { reason })]) {
    const read = readings(one);
    expect(read("marta")).toContain("interno.sauce.test");
    expect(read("ana")).not.toContain("interno");
    expect(read("ana")).toMatch(name === "unsure" ? /Puede que haya llegado\.$/ : /no está disponible/);
  }
});

test("what was said of an address is for whoever reads the mail", () => {
  const read = readings(reasonOf("mails.failures.refused", { said: "550 No such user" }));
  expect([read("ana"), read("marta")]).toEqual(Array(2).fill("El servidor rechazó el correo: «550 No such user»."));
});

test("an error of the program is told as such, to everybody: its words and paths are for the log of the server", () => {
  const raw = "ENOENT: no such file or directory, open /srv/cartera/files/ab/cd";
  for (const reason of [raw, reasonOf("mails.failures.gave_up", { reason: reasonOf("mails.failures.unknown") })]) {
    const read = readings(reason);
    for (const name of ["ana", "marta"] as const)
      expect(read(name)).toMatch(/Cartera no pudo enviarlo por un fallo propio\. El detalle está en el registro del servidor\.$/);
  }
});
