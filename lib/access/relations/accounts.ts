import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import {
  accountAccess,
  accountAddresses,
  accountBalances,
  accountContacts,
  accountShares,
  accounts,
  accountTags,
  contactPoints,
  contacts,
  contactTags,
  portalUsers,
} from "@/db/schema";
import { type Circle, otherPrincipals, type Viewer } from "../viewer";
import { accountIsAmong, accountIsReached, either, inWindows, isStart, nothing, type Reach, reachedAccountIds, viewReach } from "../visibility";
import { filtered, startingFrom } from "./relation";

const alive = sql`${accounts.deletedAt} is null`;
const aliveContact = sql`${contacts.deletedAt} is null`;

export function accountsOf(viewer: Viewer) {
  const reach = viewReach(viewer, "accounts");
  const hidden = hiddenNotes(viewer);
  if (reach.kind !== "circle") return filtered(accounts, and(alive, reachedThrough(reach, sql`${accounts.id}`))!, hidden);
  if (isStart(reach.circle)) return startingFrom(accounts, reachedAccountIds(reach.circle.principals), alive, hidden);
  return filtered(accounts, and(alive, accountIsAmong(reach.circle, sql`${accounts.id}`))!, hidden);
}

/** Of those, what is seen by its owner alone: never more than is seen, and found without probing. For telling early that there are many. */
export function ownAccountsOf(viewer: Viewer) {
  const reach = viewReach(viewer, "accounts");
  const hidden = hiddenNotes(viewer);
  if (reach.kind === "all") return filtered(accounts, alive, hidden);
  const isOwn = reach.kind === "circle" && !isStart(reach.circle) ? and(alive, inArray(accounts.ownerId, reach.circle.ownerIds))! : nothing;
  return filtered(accounts, isOwn, hidden);
}

/** The rest of what is seen: reached otherwise than as the owner's. */
export function otherAccountsOf(viewer: Viewer) {
  const reach = viewReach(viewer, "accounts");
  if (reach.kind !== "circle") return filtered(accounts, nothing);
  const { ownerIds, principals } = reach.circle;
  return startingFrom(accounts, reachedAccountIds(otherPrincipals(ownerIds, principals)), alive, hiddenNotes(viewer));
}

/** A customer's contacts are the customer alone: nobody learns who else works with us. */
export function contactsOf(viewer: Viewer) {
  const reach = viewReach(viewer, "contacts");
  const hidden = hiddenNotes(viewer);
  switch (reach.kind) {
    case "all":
      return filtered(contacts, aliveContact, hidden);
    case "circle":
      if (isStart(reach.circle)) {
        const ids = sql`select ${contacts.id} as id from ${contacts} where ${inArray(contacts.ownerId, reach.circle.ownerIds)}
          union select ${contacts.id} from ${contacts} where ${inArray(contacts.ownerGroupId, groupsOf(reach.circle))}
          union select ${accountContacts.contactId} from ${accountAccess} cross join ${accountContacts}
            on ${accountContacts.accountId} = ${accountAccess.accountId} where ${inArray(accountAccess.principal, reach.circle.principals)}`;
        return startingFrom(contacts, ids, aliveContact, hidden);
      }
      return filtered(contacts, and(aliveContact, contactIsReached(reach))!, hidden);
    case "windows":
      return filtered(contacts, and(aliveContact, eq(contacts.id, reach.contactId))!, hidden);
    case "none":
      return filtered(contacts, nothing, hidden);
    default:
      reach satisfies never;
      return filtered(contacts, nothing, hidden);
  }
}

export function contactIsReached({ circle }: Reach & { kind: "circle" }): SQL {
  const related = sql`exists (select 1 from ${accountContacts} where ${accountContacts.contactId} = ${contacts.id}
    and ${accountIsReached(circle, sql`${accountContacts.accountId}`)})`;
  return either(inArray(contacts.ownerId, circle.ownerIds), inArray(contacts.ownerGroupId, groupsOf(circle)), related);
}

function groupsOf({ principals }: Circle): number[] {
  return principals.filter((principal) => principal.startsWith("g")).map((principal) => Number(principal.slice(1)));
}

/** Relations, through the account they belong to. */
export function accountContactsOf(viewer: Viewer) {
  const own = viewer.kind === "customer" ? eq(accountContacts.contactId, viewer.contactId) : undefined;
  return filtered(accountContacts, and(reachedThrough(viewReach(viewer, "accounts"), sql`${accountContacts.accountId}`), own)!);
}

export function accountTagsOf(viewer: Viewer) {
  const reach = viewer.kind === "customer" ? ({ kind: "none" } as const) : viewReach(viewer, "accounts");
  return filtered(accountTags, reachedThrough(reach, sql`${accountTags.accountId}`));
}

/** The portal shows the principal one alone, on its papers. */
export function accountAddressesOf(viewer: Viewer) {
  const reach = viewer.kind === "customer" ? ({ kind: "none" } as const) : viewReach(viewer, "accounts");
  return filtered(accountAddresses, reachedThrough(reach, sql`${accountAddresses.accountId}`));
}

/** Which groups an account is shared with. */
export function accountSharesOf(viewer: Viewer) {
  const reach = viewer.kind === "customer" ? ({ kind: "none" } as const) : viewReach(viewer, "accounts");
  return filtered(accountShares, reachedThrough(reach, sql`${accountShares.accountId}`));
}

export function contactTagsOf(viewer: Viewer) {
  if (viewer.kind === "customer") return filtered(contactTags, nothing);
  return filtered(
    contactTags,
    sql`exists (select 1 from ${contacts} where ${contacts.id} = ${contactTags.contactId} and ${aliveContact} and ${anyContactReached(viewer)})`,
  );
}

/** Phones and mailboxes besides the main ones, with whom they belong to. The portal shows none. */
export function contactPointsOf(viewer: Viewer) {
  if (viewer.kind === "customer") return filtered(contactPoints, nothing);
  const account = reachedThrough(viewReach(viewer, "accounts"), sql`${accounts.id}`);
  return filtered(
    contactPoints,
    either(
      sql`exists (select 1 from ${accounts} where ${accounts.id} = ${contactPoints.accountId} and ${alive} and ${account})`,
      sql`exists (select 1 from ${contacts} where ${contacts.id} = ${contactPoints.contactId} and ${aliveContact} and ${anyContactReached(viewer)})`,
    ),
  );
}

function anyContactReached(viewer: Viewer): SQL {
  const reach = viewReach(viewer, "contacts");
  return reach.kind === "circle" ? contactIsReached(reach) : reachedThrough(reach, sql`${contacts.id}`);
}

/** Kept money per account and currency: seen with the invoices it comes from. */
export function accountBalancesOf(viewer: Viewer) {
  const reach = viewReach(viewer, "invoices");
  const seen =
    reach.kind === "windows"
      ? inWindows(reach.windows, sql`${accountBalances.accountId}`, "invoice")
      : reachedThrough(reach, sql`${accountBalances.accountId}`);
  return filtered(accountBalances, seen);
}

export function portalUsersOf(viewer: Viewer) {
  const reach = viewReach(viewer, "contacts");
  const contact =
    reach.kind === "circle"
      ? sql`exists (select 1 from ${contacts} where ${contacts.id} = ${portalUsers.contactId} and ${contactIsReached(reach)})`
      : undefined;
  const where = reach.kind === "windows" ? eq(portalUsers.contactId, reach.contactId) : reach.kind === "none" ? nothing : (contact ?? sql`1`);
  return filtered(portalUsers, where, ["passwordHash"]);
}

/** The condition that a row's account is one the viewer reaches. */
export function reachedThrough(reach: Reach, accountId: SQL): SQL {
  switch (reach.kind) {
    case "all":
      return sql`1`;
    case "circle":
      return accountIsReached(reach.circle, accountId);
    case "windows":
      return inWindows(reach.windows, accountId);
    case "none":
      return nothing;
    default:
      reach satisfies never;
      return nothing;
  }
}

export function hiddenNotes(viewer: Viewer): readonly string[] {
  return viewer.kind === "customer" || (viewer.kind === "staff" && viewer.hidden.includes("internalNote")) ? ["internalNote"] : [];
}
