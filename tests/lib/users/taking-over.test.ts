import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { groupMembers, mailRecipients, mails, notices, profileGrants, users } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record";
import { canConfigureMail, canSetMailServer } from "@/lib/mail/policy";
import { deactivateUser } from "@/lib/users/commands";
import { inviteUser, mailInvitation } from "@/lib/users/invitation";
import { holderOfLink } from "@/lib/users/password-links";
import { canEditUser, mayHoldLink } from "@/lib/users/policy";
import { findUser } from "@/lib/users/queries";
import { settingsFor } from "@/lib/web/settings-menu";
import { mailWorld } from "../../support/mail-world";
import { promise } from "../../support/promise";
import { now, viewerOf, type World, world } from "../../support/world";
import { edit, letBrunoHire, profileId } from "./hiring";

const addressOf = (token: string) => `https://cartera.ejemplo.test/password/${token}`;
const theirs = "ladron@ejemplo.test";

/** Where links to choose the password of `whom` come out for `who`, by every deed there is: shown, and by mail after the mailbox was changed. */
function outletsOf(company: World, who: number, whom: number): string[] {
  const { db } = company;
  const viewer = viewerOf(db, who);
  const found = () => findUser(scopeFor(viewer, db), whom)!;
  const outlets: string[] = [];
  if (mayHoldLink(viewer, found())) outlets.push("shown");
  if (!canEditUser(viewer, found())) return outlets;
  try {
    edit(company, who, whom, { email: theirs });
  } catch (error) {
    expect(String(error)).toMatch(/mailbox_of_who_enters|more_than_own/);
  }
  const mailId = write(db, (tx) => mailInvitation(tx, found(), { sentBy: who, addressOf, now }).after!.mailId as number);
  const [to] = db.select().from(mailRecipients).where(eq(mailRecipients.mailId, mailId)).all();
  if (to!.address === theirs) outlets.push("by mail");
  return outlets;
}

test("who may change colleagues gets at the password of nobody who comes in: every pair tried; who administers does, and is told of", () => {
  const people = ["marta", "bruno", "ana", "luis", "clara", "rita"] as const;
  const company = mailWorld({ port: 9 });
  const { db, ids } = company;
  letBrunoHire(company);
  write(db, (tx) => {
    tx.delete(groupMembers).run();
    for (const verb of ["view", "edit"] as const)
      tx.insert(profileGrants)
        .values({ profileId: profileId(company, "Facturación y cobranza"), module: "users", verb, reach: "all" })
        .run();
  });
  const taken: string[] = [];
  const pairs = people.flatMap((who) => people.filter((one) => one !== who).map((whom) => [who, whom] as const));
  let mayEdit = 0;
  for (const [who, whom] of pairs) {
    const viewer = viewerOf(db, ids[who]);
    if (canEditUser(viewer, findUser(scopeFor(viewer, db), ids[whom])!)) mayEdit += 1;
    db.$client.exec("begin");
    taken.push(...outletsOf(company, ids[who], ids[whom]).map((outlet) => `${who} ${whom} ${outlet}`));
    db.$client.exec("rollback");
  }
  promise("A8", `${pairs.length} pairs of colleagues, ${mayEdit} of whom one may change the other: only who administers gets at the other's password`);
  expect(mayEdit).toBeGreaterThan(6);
  expect(taken.filter((one) => !one.startsWith("marta"))).toEqual([]);
  expect(taken.filter((one) => one.endsWith("shown"))).toHaveLength(5);
});

test("a mailbox mistyped before anybody came in is put right by who may change them", () => {
  const company = mailWorld({ port: 9 });
  const { db, ids } = company;
  letBrunoHire(company);
  db.delete(groupMembers).run();
  db.update(users).set({ passwordHash: "" }).where(eq(users.id, ids.ana)).run();
  edit(company, ids.bruno, ids.ana, { email: "ana.bien@ejemplo.test" });
  expect(db.select().from(users).where(eq(users.id, ids.ana)).get()!.email).toBe("ana.bien@ejemplo.test");
  expect(mayHoldLink(viewerOf(db, ids.bruno), findUser(scopeFor(viewerOf(db, ids.bruno), db), ids.ana)!)).toBe(false);
});

test("whose password can be chosen by a link in another's hand is told, by notice and in their mailbox; who never came in has nothing to be told", () => {
  const company = mailWorld({ port: 9 });
  const { db, ids, viewer } = company;
  const make = (id: number) => write(db, (tx) => inviteUser(tx, { id }, { viewer: viewer("marta"), now }));
  const { token, change } = make(ids.ana);
  expect(holderOfLink(db, token, now)).toEqual({ userId: ids.ana });
  expect(change).toMatchObject({ kind: "user", id: ids.ana, after: { invited: true, name: "Ana" } });
  expect(db.select().from(notices).all()).toMatchObject([{ userId: ids.ana, kind: "password_link", actorId: ids.marta, href: "/settings/me" }]);
  const [told] = db.select().from(mails).all();
  expect(told).toMatchObject({ aboutKind: "user", aboutId: ids.ana, sentBy: null });
  expect(told!.text).toContain("Marta Ríos");
  expect(JSON.stringify(told)).not.toContain(token);
  expect(db.select().from(mailRecipients).all()).toMatchObject([{ address: "ana@ejemplo.test" }]);

  db.update(users).set({ passwordHash: "" }).where(eq(users.id, ids.luis)).run();
  make(ids.luis);
  expect(db.select().from(notices).all()).toHaveLength(1);
});

test("a link in the hand of who administers is gone once they do not, and another's is not", () => {
  const deeds = {
    demoted: (company: World, id: number) => void edit(company, company.ids.marta, id, { isAdmin: undefined, profileIds: [profileId(company, "Gerencia")] }),
    deactivated: ({ db, viewer }: World, id: number) => write(db, (tx) => void deactivateUser(tx, { id }, { viewer: viewer("marta"), now })),
  };
  for (const take of Object.values(deeds)) {
    const company = mailWorld({ port: 9 });
    const { db, ids, viewer } = company;
    edit(company, ids.marta, ids.bruno, { isAdmin: "on" });
    const held = (by: "marta" | "bruno", id: number) =>
      write(db, (tx) => {
        const { change, token } = inviteUser(tx, { id }, { viewer: viewer(by), now });
        recordEvent(tx, { viewer: viewer(by), name: "user.invited", change, at: now });
        return token;
      });
    const tokens = [held("bruno", ids.ana), held("bruno", ids.marta), held("marta", ids.luis), held("bruno", ids.clara), held("marta", ids.clara)];
    const open = () => tokens.map((token) => holderOfLink(db, token, now) !== undefined);
    expect(open()).toEqual([true, true, true, false, true]);
    take(company, ids.bruno);
    expect(open()).toEqual([false, false, true, false, true]);
  }
});

test("where mail goes is set by who administers: whoever set another server would read the links in it", () => {
  const company = world();
  const profile = profileId(company, "Gerencia");
  write(company.db, (tx) => tx.insert(profileGrants).values({ profileId: profile, module: "settings", verb: "configure", reach: "all" }).run());
  const told = (name: "marta" | "bruno") => {
    const viewer = company.viewer(name);
    const isOnMenu = settingsFor(viewer).some(({ href }) => href === "/settings/mail");
    return [canConfigureMail(viewer), canSetMailServer(viewer), isOnMenu];
  };
  expect([told("bruno"), told("marta")]).toEqual([
    [true, false, false],
    [true, true, true],
  ]);
});

test("without a mail server the notice alone tells it", () => {
  const { db, ids, viewer } = world();
  write(db, (tx) => inviteUser(tx, { id: ids.ana }, { viewer: viewer("marta"), now }));
  expect(db.select().from(notices).all()).toHaveLength(1);
  expect(db.select().from(mails).all()).toEqual([]);
});
