import { and, eq, inArray, ne } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { groupMembers, groups, profiles, roles, sessions, userProfiles, users } from "@/db/schema";
import type { Viewer } from "@/lib/access/viewer";
import { RuleError } from "@/lib/core/errors";
import { emailKey } from "@/lib/core/text";
import type { Change } from "@/lib/events/record";
import { endAccess, requireFreeEmail } from "./access";
import type { GroupInput, UserInput } from "./forms";
import { dropLinksHeldBy, dropPasswordLinks } from "./password-links";
import { mayAdminister } from "./policy";
import { covers, type Rights, type Standing } from "./rights";

/** `wanted` is what the choices of the form would let a person do. */
type Granting = { viewer: Viewer; standing: Standing; wanted: Rights; now: number };
/** As an empty hash verifies nothing, nobody enters before choosing a password. */
const noPassword = "";

/** Throws when the address is taken, a choice is gone, or it would grant more than the viewer has. */
export function createUser(tx: Transaction, input: UserInput, { now, ...granting }: Granting): Change {
  requireFreeEmail(tx, emailKey(input.email), {}, "users.taken_email");
  requireChoices(tx, input);
  requireGrantable(granting);
  const row = { ...columnsOf(input), passwordHash: noPassword, createdAt: now, updatedAt: now };
  const after = tx.insert(users).values(row).returning().get();
  setChoices(tx, after.id, input);
  return { kind: "user", id: after.id, before: null, after: told(after, input) };
}

type Subject = { id: number; profileIds: number[]; groupIds: number[] };

/** Rights are read at every request, so a change holds at once. Throws as `createUser` does, for the last administrator, and for a new mailbox of
 *  somebody who comes in already: links to choose a password go there. */
export function editUser(tx: Transaction, subject: Subject, input: UserInput, { now, ...granting }: Granting): Change {
  const before = tx.select().from(users).where(eq(users.id, subject.id)).get()!;
  requireFreeEmail(tx, emailKey(input.email), { userId: subject.id }, "users.taken_email");
  requireChoices(tx, input);
  requireGrantable(granting);
  if (before.isAdmin && before.isActive && !input.isAdmin) requireAnotherAdministrator(tx, subject.id);
  const isMoved = before.emailKey !== emailKey(input.email);
  if (isMoved && before.passwordHash !== noPassword && !mayAdminister(granting.viewer)) throw new RuleError("users.mailbox_of_who_enters", "email");
  if (isMoved) dropPasswordLinks(tx, { userId: subject.id });
  if (before.isAdmin && !input.isAdmin) dropLinksHeldBy(tx, subject.id);
  const after = tx
    .update(users)
    .set({ ...columnsOf(input), updatedAt: now, version: before.version + 1 })
    .where(eq(users.id, subject.id))
    .returning()
    .get();
  setChoices(tx, subject.id, input);
  return { kind: "user", id: subject.id, before: told(before, subject), after: told(after, input) };
}

/** Their records stay where they are; their sessions end. Throws for oneself and for the last administrator. */
export function deactivateUser(tx: Transaction, subject: { id: number }, { viewer, now }: { viewer: Viewer; now: number }): Change {
  if (viewer.kind === "staff" && viewer.userId === subject.id) throw new RuleError("users.deactivate_yourself");
  const before = tx.select().from(users).where(eq(users.id, subject.id)).get()!;
  if (before.isAdmin) requireAnotherAdministrator(tx, subject.id);
  endAccess(tx, { userId: subject.id });
  dropLinksHeldBy(tx, subject.id);
  return setActive(tx, before, false, now);
}

/** Whatever they have open, anywhere, ends at its next request, and with it the address of their calendar: for a telephone that was lost. Throws
 *  for oneself, who does it where the session that asks stays open. */
export function endSessions(tx: Transaction, { id, name }: { id: number; name: string }, { viewer }: { viewer: Viewer }): Change {
  if (viewer.kind === "staff" && viewer.userId === id) throw new RuleError("users.end_own_sessions");
  const open = tx.select({ id: sessions.idHash }).from(sessions).where(eq(sessions.userId, id)).all().length;
  endAccess(tx, { userId: id });
  return { kind: "user", id, before: { name, sessions: open }, after: { name, sessions: 0 } };
}

export function activateUser(tx: Transaction, subject: { id: number }, now: number): Change {
  return setActive(tx, tx.select().from(users).where(eq(users.id, subject.id)).get()!, true, now);
}

export function createGroup(tx: Transaction, { name, memberIds }: GroupInput, now: number): Change {
  requireFreeGroupName(tx, name, 0);
  const after = tx.insert(groups).values({ name, createdAt: now, updatedAt: now }).returning().get();
  setMembers(tx, after.id, memberIds);
  return { kind: "group", id: after.id, before: null, after: { name, memberIds } };
}

type Group = { id: number; name: string; version: number; members: { id: number }[] };

export function editGroup(tx: Transaction, group: Group, { name, memberIds }: GroupInput, now: number): Change {
  requireFreeGroupName(tx, name, group.id);
  tx.update(groups)
    .set({ name, updatedAt: now, version: group.version + 1 })
    .where(eq(groups.id, group.id))
    .run();
  setMembers(tx, group.id, memberIds);
  return { kind: "group", id: group.id, before: { name: group.name, memberIds: group.members.map(({ id }) => id) }, after: { name, memberIds } };
}

function columnsOf({ name, email, roleId, isAdmin, locale }: UserInput) {
  return { name, email, emailKey: emailKey(email), roleId, isAdmin, locale };
}

function told(row: typeof users.$inferSelect, { profileIds, groupIds }: { profileIds: number[]; groupIds: number[] }) {
  const { epoch: _epoch, passwordHash: _hash, ...rest } = row;
  return { ...rest, profileIds, groupIds };
}

function requireGrantable({ viewer, standing, wanted }: Omit<Granting, "now">) {
  if (viewer.kind === "staff" && !covers(viewer, standing, wanted)) throw new RuleError("users.more_than_own");
}

function requireChoices(tx: Transaction, input: UserInput) {
  if (!tx.select({ id: roles.id }).from(roles).where(eq(roles.id, input.roleId)).get()) throw new RuleError("not_in_list", "roleId");
  if (!input.isAdmin && input.profileIds.length === 0) throw new RuleError("users.no_profile", "profileIds");
  const existing = tx.select({ id: profiles.id }).from(profiles).where(inArray(profiles.id, input.profileIds)).all();
  if (existing.length !== new Set(input.profileIds).size) throw new RuleError("not_in_list", "profileIds");
  const found = tx.select({ id: groups.id }).from(groups).where(inArray(groups.id, input.groupIds)).all();
  if (found.length !== new Set(input.groupIds).size) throw new RuleError("not_in_list", "groupIds");
}

/** One who was invited and never came in cannot help anybody. */
function requireAnotherAdministrator(tx: Transaction, id: number) {
  const other = tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.isAdmin, true), eq(users.isActive, true), ne(users.passwordHash, noPassword), ne(users.id, id)))
    .get();
  if (!other) throw new RuleError("users.last_administrator", "isAdmin");
}

function setActive(tx: Transaction, before: typeof users.$inferSelect, isActive: boolean, now: number): Change {
  tx.update(users)
    .set({ isActive, updatedAt: now, version: before.version + 1 })
    .where(eq(users.id, before.id))
    .run();
  return { kind: "user", id: before.id, before: { isActive: before.isActive, name: before.name }, after: { isActive, name: before.name } };
}

function setChoices(tx: Transaction, userId: number, { profileIds, groupIds }: UserInput) {
  tx.delete(userProfiles).where(eq(userProfiles.userId, userId)).run();
  tx.delete(groupMembers).where(eq(groupMembers.userId, userId)).run();
  for (const profileId of new Set(profileIds)) tx.insert(userProfiles).values({ userId, profileId }).run();
  for (const groupId of new Set(groupIds)) tx.insert(groupMembers).values({ userId, groupId }).run();
}

function requireFreeGroupName(tx: Transaction, name: string, id: number) {
  const same = tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.name, name), ne(groups.id, id)))
    .get();
  if (same) throw new RuleError("users.taken_name", "name");
}

function setMembers(tx: Transaction, groupId: number, memberIds: number[]) {
  const found = tx.select({ id: users.id }).from(users).where(inArray(users.id, memberIds)).all();
  if (found.length !== new Set(memberIds).size) throw new RuleError("not_in_list", "memberIds");
  tx.delete(groupMembers).where(eq(groupMembers.groupId, groupId)).run();
  for (const { id: userId } of found) tx.insert(groupMembers).values({ groupId, userId }).run();
}
