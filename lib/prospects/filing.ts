import type { Scope } from "@/lib/access/scope";
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
  const prospect = oneOf<Prospect>(chosen.prospectId, kept.prospectId, (id) => findProspect(scope, id) ?? undefined);
  if (account === "lost" || contact === "lost" || prospect === "lost") return undefined;
  return { account, contact, prospect: prospect && { id: prospect.id, accountId: prospect.accountId ?? null } };
}

type Prospect = { id: number; accountId?: number | null };

function oneOf<Found extends { id: number } = { id: number }>(chosen: number | null, kept: number | null, find: (id: number) => Found | undefined) {
  if (chosen !== null) return find(chosen) ?? "lost";
  const isUnseen = kept !== null && find(kept) === undefined;
  return isUnseen ? ({ id: kept } as Found) : undefined;
}
