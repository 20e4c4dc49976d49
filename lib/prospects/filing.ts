import type { Scope } from "@/lib/access/scope";
import type { Owned } from "@/lib/access/viewer";
import { findAccount } from "@/lib/accounts/queries";
import { findContact } from "@/lib/contacts/queries";
import { findProspect } from "./queries";

type Ids = { accountId: number | null; contactId: number | null; prospectId: number | null };

export const noFiling: Ids = { accountId: null, contactId: null, prospectId: null };

/** The records something is to be filed under; undefined when one of them is not there for this viewer.
 *  What it is filed under already and the viewer does not see stays: a form cannot empty what it did not show. */
export function findFiling(scope: Scope, chosen: Ids, kept: Ids = noFiling) {
  const account = oneOf(chosen.accountId, kept.accountId, (id) => findAccount(scope, id));
  const contact = oneOf(chosen.contactId, kept.contactId, (id) => findContact(scope, id));
  const prospect = oneOf(chosen.prospectId, kept.prospectId, (id) => findProspect(scope, id));
  if (account === "lost" || contact === "lost" || prospect === "lost") return undefined;
  return { account, contact, prospect: prospect && { ...prospect, accountId: prospect.accountId ?? null } };
}

/** Whose it is decides who may file under it. */
export function filedUnder({ account, prospect, contact }: Filing): Owned | undefined {
  return account ?? prospect ?? contact;
}

/** The records it is newly filed under: whoever files it may do so with each of them. */
export function newlyFiledUnder({ account, contact, prospect }: Filing, kept: Ids = noFiling): Owned[] {
  const pairs = [
    [account, kept.accountId],
    [contact, kept.contactId],
    [prospect, kept.prospectId],
  ] as const;
  return pairs.flatMap(([record, id]) => (record && record.id !== id ? [record] : []));
}

/** Who reaches what is filed there. Of what is kept without being seen, whoever reached it `before`. */
export function reachUnder({ account, prospect }: Filing, before?: Owned): Owned {
  const owner = prospect?.ownerId == null ? [] : [`u${prospect.ownerId}`];
  const reached = [account, prospect].flatMap((record) => (record ? (record.principals ?? before?.principals ?? []) : []));
  return { ownerId: null, principals: [...owner, ...reached] };
}

type Filed = Owned & { id: number; accountId?: number | null };
type Filing = NonNullable<ReturnType<typeof findFiling>>;

function oneOf(chosen: number | null, kept: number | null, find: (id: number) => Filed | undefined): Filed | "lost" | undefined {
  if (chosen !== null) return find(chosen) ?? "lost";
  const isUnseen = kept !== null && find(kept) === undefined;
  return isUnseen ? { id: kept, ownerId: null } : undefined;
}
