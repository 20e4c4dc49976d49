import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { profileGrants, sessions, userProfiles, users } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { canConfigureScheme } from "@/lib/scheme/policy";
import { listRoles } from "@/lib/scheme/queries";
import { activateUser, createGroup, deactivateUser, endSessions } from "@/lib/users/commands";
import { canEditUser } from "@/lib/users/policy";
import { findUser } from "@/lib/users/queries";
import { openSession } from "@/lib/web/auth/session";
import { now, viewerOf, world } from "../../support/world";
import { create, edit, letBrunoHire, profileId, roleId } from "./hiring";

test("a user needs a profile, a free address and choices that exist", () => {
  const company = world();
  const { marta } = company.ids;
  expect(() => create(company, marta, { profileIds: [] })).toThrow("users.no_profile");
  expect(() => create(company, marta, { email: "ANA@ejemplo.test" })).toThrow("users.taken_email");
  expect(() => create(company, marta, { roleId: 999 })).toThrow("not_in_list");
  expect(() => create(company, marta, { profileIds: [999] })).toThrow("not_in_list");
  const { id } = create(company, marta, { groupIds: [company.ids.norte] });
  expect(findUser(scopeFor(company.viewer("marta"), company.db), id)).toMatchObject({ groupIds: [company.ids.norte], isAdmin: false });
});

test("nobody grants more than they have", () => {
  const company = world();
  const bruno = letBrunoHire(company);
  const { norte } = company.ids;
  const beyond: Record<string, unknown>[] = [
    { isAdmin: "on" },
    { roleId: roleId(company, "Dirección") },
    { roleId: roleId(company, "Otra plaza") },
    { profileIds: [profileId(company, "Facturación y cobranza")] },
    { profileIds: [profileId(company, "Solo lectura")] },
    { groupIds: [norte] },
  ];
  for (const fields of beyond) expect(() => create(company, bruno, fields), JSON.stringify(fields)).toThrow("users.more_than_own");
  expect(create(company, bruno).id).toBeGreaterThan(0);
  expect(() => edit(company, bruno, bruno, { isAdmin: "on" })).toThrow("users.more_than_own");
});

test("nor touches who has more, nor opens groups to themselves", () => {
  const company = world();
  const bruno = viewerOf(company.db, letBrunoHire(company));
  const may = (id: number) => canEditUser(bruno, findUser(scopeFor(bruno, company.db), id)!);
  const { marta, clara, luis, ana } = company.ids;
  expect([may(marta), may(clara), may(luis), may(ana)]).toEqual([false, false, false, false]);
  expect(may(create(company, bruno.userId).id)).toBe(true);
  expect([canConfigureScheme(bruno), canConfigureScheme(company.viewer("marta"))]).toEqual([false, true]);
});

test("a peer is changed only by a grant that reaches everybody", () => {
  const company = world();
  const { db, ids } = company;
  const bruno = letBrunoHire(company);
  const peer = create(company, bruno, { roleId: roleId(company, "Gerencia"), profileIds: [profileId(company, "Gerencia")] }).id;
  const under = create(company, bruno, { email: "otra@ejemplo.test" }).id;
  const may = (id: number) => canEditUser(viewerOf(db, bruno), findUser(scopeFor(viewerOf(db, bruno), db), id)!);
  expect([may(peer), may(under)]).toEqual([true, true]);
  db.update(profileGrants).set({ reach: "subordinates" }).where(eq(profileGrants.module, "users")).run();
  expect([may(peer), may(under), may(bruno), may(ids.marta)]).toEqual([false, true, false, false]);
});

test("the last administrator stays one, whoever asks and in whatever order", () => {
  const company = world();
  const { db, ids } = company;
  expect(() => edit(company, ids.marta, ids.marta, { isAdmin: undefined, profileIds: [profileId(company, "Gerencia")] })).toThrow("users.last_administrator");
  edit(company, ids.marta, ids.bruno, { isAdmin: "on" });
  const [first, second] = [viewerOf(db, ids.marta), viewerOf(db, ids.bruno)];
  write(db, (tx) => void deactivateUser(tx, { id: ids.bruno }, { viewer: first, now }));
  expect(() => write(db, (tx) => void deactivateUser(tx, { id: ids.marta }, { viewer: second, now }))).toThrow("users.last_administrator");
  expect(() => write(db, (tx) => void deactivateUser(tx, { id: ids.marta }, { viewer: first, now }))).toThrow("users.deactivate_yourself");
});

test("leaving and coming back opens no old session", () => {
  const { db, ids, viewer } = world();
  const epoch = () => db.select().from(users).where(eq(users.id, ids.ana)).get()!.epoch;
  write(db, (tx) => void deactivateUser(tx, { id: ids.ana }, { viewer: viewer("marta"), now }));
  write(db, (tx) => void activateUser(tx, { id: ids.ana }, now));
  expect(epoch()).toBe(2);
});

test("somebody's sessions are all ended by another, who is not told to end their own", () => {
  const { db, ids, viewer } = world();
  const open = () => db.select().from(sessions).where(eq(sessions.userId, ids.ana)).all().length;
  for (const userId of [ids.ana, ids.ana, ids.luis]) write(db, (tx) => void openSession(tx, { userId }, { ip: "::1", agent: null, now }));
  const change = write(db, (tx) => endSessions(tx, { id: ids.ana, name: "Ana" }, { viewer: viewer("marta") }));
  expect([change.before, change.after, open()]).toEqual([{ name: "Ana", sessions: 2 }, { name: "Ana", sessions: 0 }, 0]);
  expect(db.select().from(sessions).all()).toHaveLength(1);
  expect(() => write(db, (tx) => endSessions(tx, { id: ids.ana, name: "Ana" }, { viewer: viewer("ana") }))).toThrow("users.end_own_sessions");
});

test("rights change at once: a new profile shows in the next viewer", () => {
  const company = world();
  const { db, ids } = company;
  expect(viewerOf(db, ids.ana).grants.invoices?.issue).toBeUndefined();
  edit(company, ids.marta, ids.ana, { profileIds: [profileId(company, "Facturación y cobranza")] });
  expect(viewerOf(db, ids.ana).grants.invoices?.issue).toBe("all");
  expect(db.select().from(userProfiles).where(eq(userProfiles.userId, ids.ana)).all()).toHaveLength(1);
});

test("groups have one name each, and roles stand as a tree", () => {
  const { db, viewer } = world();
  expect(() => write(db, (tx) => void createGroup(tx, { name: "Norte", memberIds: [] }, now))).toThrow("users.taken_name");
  expect(listRoles(scopeFor(viewer("marta"), db)).map(({ name, depth }) => `${depth} ${name}`)).toEqual([
    "0 Dirección",
    "1 Gerencia",
    "2 Ejecutivo",
    "1 Otra plaza",
  ]);
});
