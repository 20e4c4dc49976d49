import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { mails, onceTokens, outbox, users } from "@/db/schema";
import { write } from "@/db/write";
import { entriesOf } from "@/lib/access/entry";
import { scopeFor } from "@/lib/access/scope";
import { textOf } from "@/lib/jobs/mail-parts";
import { editUser } from "@/lib/users/commands";
import { userForm } from "@/lib/users/forms";
import { cancelInvitation, mailInvitation } from "@/lib/users/invitation";
import { holderOfLink } from "@/lib/users/password-links";
import { findUser, rightsOf } from "@/lib/users/queries";
import { mailWorld } from "../../support/mail-world";
import { now, world } from "../../support/world";

const day = 24 * 60 * 60_000;
const addressOf = (token: string) => `https://cartera.ejemplo.test/password/${token}`;

/** Ana never came in yet; she reads English. */
function invited() {
  const here = mailWorld({ port: 9 });
  const { db, ids } = here;
  db.update(users).set({ passwordHash: "", locale: "en" }).where(eq(users.id, ids.ana)).run();
  const invite = (at = now) => write(db, (tx) => mailInvitation(tx, { id: ids.ana }, { sentBy: ids.marta, addressOf, now: at }).after!.mailId as number);
  const entry = (at = now) => entriesOf(scopeFor(here.viewer("marta"), db), at).get(ids.ana);
  const letter = (mailId: number) => {
    const mail = db.select().from(mails).where(eq(mails.id, mailId)).get()!;
    const { payload } = db.select().from(outbox).where(eq(outbox.id, mail.jobId)).get()!;
    return { mail, payload, text: (at = now) => textOf(db, mail, payload, at) };
  };
  return { ...here, invite, entry, letter };
}

test("the link goes in their language, for three days, and stands nowhere in the data", () => {
  const { db, ids, invite, entry, letter } = invited();
  expect(entry()).toEqual({ hasPassword: false, hasLink: false });
  const { mail, payload, text } = letter(invite());
  expect(mail).toMatchObject({ subject: "Your access to Ferretería El Sauce’s Cartera", aboutKind: "user", aboutId: ids.ana });
  const token = /password\/([\w-]{43})/.exec(text())![1]!;
  expect(holderOfLink(db, token, now)).toEqual({ userId: ids.ana });
  expect(JSON.stringify([mail, payload, db.select().from(onceTokens).all()])).not.toContain(token);
  expect([entry(), entry(now + 2 * day), entry(now + 3 * day)].map((one) => one!.hasLink)).toEqual([true, true, false]);
  expect(() => text(now + 3 * day)).toThrow("dead_link");
});

test("a new one takes the place of the one before, and one that is cancelled is not sent", () => {
  const { db, ids, invite, entry, letter } = invited();
  const [first, second] = [letter(invite()), letter(invite())];
  expect(() => first.text()).toThrow("dead_link");
  expect(second.text()).toContain("/password/");
  write(db, (tx) => void cancelInvitation(tx, { id: ids.ana, name: "Ana" }));
  expect(entry()).toEqual({ hasPassword: false, hasLink: false });
  expect(() => second.text()).toThrow("dead_link");
  expect(() => write(db, (tx) => void cancelInvitation(tx, { id: ids.ana, name: "Ana" }))).toThrow("users.no_invitation");
});

test("whoever has a password gets half an hour; who left gets nothing; without a server nothing is begun", () => {
  const { db, ids, invite, entry } = invited();
  db.update(users).set({ passwordHash: "x" }).where(eq(users.id, ids.ana)).run();
  invite();
  expect([entry(now + 29 * 60_000), entry(now + 30 * 60_000)]).toEqual([{ hasPassword: true, hasLink: true }, undefined]);
  db.update(users).set({ isActive: false }).where(eq(users.id, ids.ana)).run();
  expect(() => invite()).toThrow("login.inactive");

  const bare = world();
  const ask = () => write(bare.db, (tx) => void mailInvitation(tx, { id: bare.ids.ana }, { sentBy: null, addressOf, now }));
  expect(ask).toThrow("mails.not_set_up");
  expect(bare.db.select().from(onceTokens).all()).toEqual([]);
});

test("an administrator who was invited and never came in does not count as another", () => {
  const { db, ids, viewer } = world();
  const step = (id: number, isAdmin: boolean) =>
    write(db, (tx) => {
      const scope = scopeFor(viewer("marta"), tx);
      const subject = findUser(scope, id)!;
      const { name, email, roleId, groupIds, locale } = subject;
      const wanted = userForm.parse({ name, email, roleId, profileIds: [1], groupIds, isAdmin, locale });
      return editUser(tx, subject, wanted, { viewer: viewer("marta"), standing: subject.standing, wanted: rightsOf(scope, wanted), now }).id;
    });
  step(ids.bruno, true);
  db.update(users).set({ passwordHash: "" }).where(eq(users.id, ids.bruno)).run();
  expect(() => step(ids.marta, false)).toThrow("users.last_administrator");
  db.update(users).set({ passwordHash: "x" }).where(eq(users.id, ids.bruno)).run();
  expect(step(ids.marta, false)).toBe(ids.marta);
});
