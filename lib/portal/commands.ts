import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountContacts, accounts, portalUsers, users } from "@/db/schema";
import { scopeFor } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { RuleError } from "@/lib/core/errors";
import { emailKey } from "@/lib/core/text";
import type { Change } from "@/lib/events/record";
import { endAccess, requireFreeEmail } from "@/lib/users/access";
import { makePasswordLink } from "@/lib/users/password-links";
import type { PortalAccess, PortalRelation } from "./access";
import type { PortalAccessInput } from "./forms";
import { canOpenAccount } from "./policy";
import { portalKinds } from "./rules";

type Row = PortalAccessInput["relations"][number];
type By = { viewer: Viewer; now: number };

/** Opens the portal to a contact, account by account. What is taken away ends their sessions. Throws when the address is somebody else's. */
export function setPortalAccess(tx: Transaction, contact: PortalAccess, { email, relations }: PortalAccessInput, { viewer, now }: By): Change {
  const before = tx.select().from(portalUsers).where(eq(portalUsers.contactId, contact.id)).get();
  if (!before?.isActive || before.emailKey !== emailKey(email)) requireEveryWindow(tx, contact, viewer);
  requireNoColleague(tx, emailKey(email), viewer);
  requireFreeEmail(tx, emailKey(email), { portalUserId: before?.id }, "contacts.taken_email");
  const after = saveUser(tx, contact.id, email, before, now);

  const pairs = relations.map((row) => ({ row, relation: requireRelation(contact, row.id) }));
  for (const { row } of pairs) saveRelation(tx, row, now);
  const isTakenAway = pairs.some(({ row, relation }) => relation.hasPortal && !row.hasPortal) || (before && before.emailKey !== emailKey(email));
  if (isTakenAway) endAccess(tx, { portalUserId: after.id });
  return {
    kind: "contact",
    id: contact.id,
    before: { portalUser: before?.email ?? null, portalRelations: contact.relations.map(toldBefore) },
    after: { portalUser: email, portalRelations: contact.relations.map((relation) => toldAfter(relation, relations)) },
  };
}

/** Nothing of the portal is open to them from now on; the relations keep their dates. */
export function closePortalAccess(tx: Transaction, contact: PortalAccess, { viewer, now }: By): Change {
  const user = requireUser(contact);
  requireEveryWindow(tx, contact, viewer);
  tx.update(portalUsers)
    .set({ isActive: false, updatedAt: now, version: user.version + 1 })
    .where(eq(portalUsers.id, user.id))
    .run();
  endAccess(tx, { portalUserId: user.id });
  return { kind: "contact", id: contact.id, before: { portalUser: user.email }, after: { portalUser: null } };
}

/** A one-time key for choosing a password. Throws when there is no open access. */
export function invitePortalUser(tx: Transaction, contact: PortalAccess, { viewer, now }: By): { change: Change; token: string } {
  const user = requireUser(contact);
  requireEveryWindow(tx, contact, viewer);
  const token = makePasswordLink(tx, { portalUserId: user.id }, now);
  return { change: { kind: "contact", id: contact.id, before: null, after: { portalInvitation: user.email } }, token };
}

/** A colleague's mailbox opens the team's door: theirs who invites as little as anybody else's. */
function requireNoColleague(tx: Transaction, key: string, viewer: Viewer) {
  const colleague = tx.select({ id: users.id }).from(users).where(eq(users.emailKey, key)).get();
  if (!colleague) return;
  const isOwn = viewer.kind === "staff" && viewer.userId === colleague.id;
  throw new RuleError(isOwn ? "portal.own_mailbox" : "portal.colleagues_mailbox", "email");
}

function requireUser({ user }: PortalAccess) {
  if (!user?.isActive) throw new RuleError("portal.access_is_closed");
  return user;
}

/** Whoever decides how one logs in decides over every account that opens, also those the viewer does not see. Names none of them. */
function requireEveryWindow(tx: Transaction, contact: PortalAccess, viewer: Viewer) {
  const { principalsOf } = scopeFor(viewer, tx);
  const windows = tx
    .select({ accountId: accounts.id, ownerId: accounts.ownerId })
    .from(accountContacts)
    .innerJoin(accounts, eq(accounts.id, accountContacts.accountId))
    .where(and(eq(accountContacts.contactId, contact.id), eq(accountContacts.hasPortal, true)))
    .all();
  const isAllowed = windows.every(({ accountId, ownerId }) => canOpenAccount(viewer, { ownerId, principals: principalsOf(accountId) }));
  if (!isAllowed) throw new RuleError("portal.another_account");
}

function saveUser(tx: Transaction, contactId: number, email: string, before: typeof portalUsers.$inferSelect | undefined, now: number) {
  const columns = { email, emailKey: emailKey(email), isActive: true, updatedAt: now };
  if (!before)
    return tx
      .insert(portalUsers)
      .values({ ...columns, contactId, createdAt: now })
      .returning()
      .get();
  return tx
    .update(portalUsers)
    .set({ ...columns, version: before.version + 1 })
    .where(eq(portalUsers.id, before.id))
    .returning()
    .get();
}

/** Only relations that were found through the scope: a made-up number changes nothing. */
function requireRelation(contact: PortalAccess, id: number): PortalRelation {
  const relation = contact.relations.find((one) => one.id === id);
  if (!relation) throw new RuleError("not_in_list");
  return relation;
}

/** Every kind chosen is kept as «all», so that a kind of tomorrow is shown too. */
function saveRelation(tx: Transaction, { id, hasPortal, startsOn, endsOn, kinds }: Row, now: number) {
  const { version } = tx.select({ version: accountContacts.version }).from(accountContacts).where(eq(accountContacts.id, id)).get()!;
  tx.update(accountContacts)
    .set({
      hasPortal,
      serviceStartsOn: startsOn,
      serviceEndsOn: endsOn,
      portalKinds: kinds.length === portalKinds.length || kinds.length === 0 ? null : kinds,
      updatedAt: now,
      version: version + 1,
    })
    .where(eq(accountContacts.id, id))
    .run();
}

function toldBefore({ name, hasPortal, serviceStartsOn, serviceEndsOn, portalKinds: kinds }: PortalRelation) {
  return { account: name, hasPortal, startsOn: serviceStartsOn, endsOn: serviceEndsOn, kinds };
}

function toldAfter(relation: PortalRelation, rows: Row[]) {
  const row = rows.find(({ id }) => id === relation.id);
  if (!row) return toldBefore(relation);
  const { hasPortal, startsOn, endsOn, kinds } = row;
  return { account: relation.name, hasPortal, startsOn, endsOn, kinds };
}
