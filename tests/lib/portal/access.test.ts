import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountContacts, portalUsers, sessions } from "@/db/schema";
import { write } from "@/db/write";
import { loadCustomerViewer } from "@/lib/access/load-customer";
import { scopeFor } from "@/lib/access/scope";
import { createContact, relateContact } from "@/lib/contacts/commands";
import { contactForm, relationEditForm } from "@/lib/contacts/forms";
import { findPortalAccess } from "@/lib/portal/access";
import { closePortalAccess, invitePortalUser, setPortalAccess } from "@/lib/portal/commands";
import { portalAccessForm } from "@/lib/portal/forms";
import { isClosed, showsKind } from "@/lib/portal/rules";
import { holderOfLink } from "@/lib/users/password-links";
import { openSession } from "@/lib/web/auth/session";
import { databaseHash } from "../../support/people";
import { now, world } from "../../support/world";

function rosa() {
  const company = world();
  const { db, ids, viewer } = company;
  const contactId = write(db, (tx) => {
    const { id } = createContact(tx, contactForm.parse({ givenName: "Rosa", familyName: "Elvira", accountId: String(ids.acme) }), { userId: ids.ana, now });
    return id;
  });
  const access = (who: "ana" | "luis" | "marta" = "ana") => findPortalAccess(scopeFor(viewer(who), db), contactId);
  const relationId = db.select({ id: accountContacts.id }).from(accountContacts).where(eq(accountContacts.contactId, contactId)).get()!.id;
  const set = (row: Record<string, unknown> = {}, email = "Rosa@Cliente.test") =>
    write(db, (tx) => {
      const input = portalAccessForm.parse({ id: contactId, email, relations: [{ id: relationId, hasPortal: "on", kinds: ["invoice"], ...row }] });
      setPortalAccess(tx, access()!, input, { viewer: viewer("ana"), now });
    });
  const userId = () => db.select().from(portalUsers).get()!.id;
  const viewerAt = (day: string) => loadCustomerViewer(db, userId(), Date.parse(`${day}T18:00:00Z`))!;
  return { ...company, by: { viewer: viewer("ana"), now }, contactId, relationId, access, set, userId, viewerAt };
}

test("the last day is still inside, the next one is not, nor the one before the first", () => {
  const { set, viewerAt, ids } = rosa();
  set({ startsOn: "2026-08-10", endsOn: "2026-08-20" });
  expect(["2026-08-09", "2026-08-10", "2026-08-20", "2026-08-21"].map((day) => isClosed(viewerAt(day)))).toEqual([true, false, false, true]);
  const inside = viewerAt("2026-08-15");
  expect([showsKind(inside, ids.acme, "invoice"), showsKind(inside, ids.acme, "quote"), showsKind(inside, ids.zeta, "invoice")]).toEqual([true, false, false]);
});

test("without dates there is no limit, and an end before the start is refused", () => {
  const { set, viewerAt, contactId, relationId } = rosa();
  set();
  expect(isClosed(viewerAt("2036-01-01"))).toBe(false);
  const row = { id: relationId, hasPortal: "on", kinds: ["invoice"], startsOn: "2026-08-10", endsOn: "2026-08-09" };
  const parsed = portalAccessForm.safeParse({ id: contactId, email: "r@c.test", relations: [row] });
  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual(["relations.0.endsOn"]);
});

test("an address opens one door: not a colleague's, nor another customer's, whatever its case", () => {
  const { set, db, contactId, ids } = rosa();
  expect(() => set({}, "MARTA@ejemplo.test")).toThrow("portal.colleagues_mailbox");
  expect(() => set({}, "Ana@ejemplo.test")).toThrow("portal.own_mailbox");
  set();
  const other = write(db, (tx) => createContact(tx, contactForm.parse({ givenName: "Otra", accountId: String(ids.acme) }), { userId: ids.ana, now }).id);
  expect(other).not.toBe(contactId);
  const stamps = { createdAt: now, updatedAt: now };
  expect(() =>
    db
      .insert(portalUsers)
      .values({ contactId: other, email: "rosa@cliente.TEST", emailKey: "rosa@cliente.test", ...stamps })
      .run(),
  ).toThrow();
});

test("taking access away ends the open sessions and the links; giving it does not", () => {
  const { set, db, userId, access, by } = rosa();
  set();
  const open = () => write(db, (tx) => void openSession(tx, { portalUserId: userId() }, { ip: "127.0.0.1", agent: null, now }));
  const count = () => db.select().from(sessions).all().length;
  open();
  set({ endsOn: "2027-01-01" });
  expect(count()).toBe(1);
  const { token } = write(db, (tx) => invitePortalUser(tx, access()!, by));
  set({ hasPortal: undefined });
  expect([count(), holderOfLink(db, token, now)]).toEqual([0, undefined]);
  open();
  write(db, (tx) => void closePortalAccess(tx, access()!, by));
  expect(count()).toBe(0);
  expect(loadCustomerViewer(db, userId(), now)).toBeUndefined();
  expect(() => write(db, (tx) => invitePortalUser(tx, access()!, by))).toThrow("portal.access_is_closed");
});

test("a link is good for half an hour, and only its hash is kept", () => {
  const { set, db, access, userId, by } = rosa();
  set();
  const { token } = write(db, (tx) => invitePortalUser(tx, access()!, by));
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(holderOfLink(db, token, now + 30 * 60_000 - 1)).toEqual({ portalUserId: userId() });
  expect(holderOfLink(db, token, now + 30 * 60_000)).toBeUndefined();
  expect(JSON.stringify(db.$client.prepare("select * from once_tokens").all())).not.toContain(token);
  write(db, (tx) => invitePortalUser(tx, access()!, by));
  expect(holderOfLink(db, token, now)).toBeUndefined();
});

test("who does not reach the contact does not find it, and made-up relations change nothing", () => {
  const { access, set } = rosa();
  expect(access("luis")).toBeUndefined();
  expect(() => set({ id: 999 })).toThrow("not_in_list");
});

test("who does not lead every account a contact enters decides on windows of their own, and on no way in", () => {
  const { db, ids, viewer } = world();
  const contact = { id: 0, givenName: "Rosa", familyName: "" };
  const windowsOf = (who: "ana" | "luis") => findPortalAccess(scopeFor(viewer(who), db), contact.id)!;
  const row = (who: "ana" | "luis") => ({ id: windowsOf(who).relations[0]!.id, hasPortal: "on", kinds: ["invoice"] });
  const set = (who: "ana" | "luis", email: string, more: object = {}) => {
    const input = portalAccessForm.parse({ id: contact.id, email, relations: [{ ...row(who), ...more }] });
    write(db, (tx) => void setPortalAccess(tx, windowsOf(who), input, { viewer: viewer(who), now }));
  };
  write(db, (tx) => {
    contact.id = createContact(tx, contactForm.parse({ givenName: "Rosa", accountId: String(ids.zeta) }), { userId: ids.luis, now }).id;
    relateContact(tx, { id: ids.acme, name: "Acme" }, contact, relationEditForm.parse({ id: "1" }), { userId: ids.ana, now });
  });
  set("luis", "rosa@cliente.test");

  const before = databaseHash(db);
  const ana = { viewer: viewer("ana"), now };
  expect(windowsOf("ana").relations.map(({ name }) => name)).toEqual(["Acme"]);
  expect(() => write(db, (tx) => void invitePortalUser(tx, windowsOf("ana"), ana))).toThrow("portal.another_account");
  expect(() => write(db, (tx) => void closePortalAccess(tx, windowsOf("ana"), ana))).toThrow("portal.another_account");
  expect(() => set("ana", "ana.otra@cliente.test")).toThrow("portal.another_account");
  expect(databaseHash(db)).toBe(before);

  set("ana", "Rosa@cliente.test");
  expect(() => write(db, (tx) => invitePortalUser(tx, windowsOf("luis"), { viewer: viewer("luis"), now }))).toThrow("portal.another_account");
  set("ana", "rosa@cliente.test", { hasPortal: undefined });
  write(db, (tx) => void closePortalAccess(tx, windowsOf("luis"), { viewer: viewer("luis"), now }));
  expect(() => set("ana", "rosa@cliente.test")).toThrow("portal.another_account");
  set("luis", "rosa@cliente.test");
  const marta = { viewer: viewer("marta"), now };
  expect(write(db, (tx) => invitePortalUser(tx, findPortalAccess(scopeFor(marta.viewer, tx), contact.id)!, marta)).token).toHaveLength(43);
});
