import type { Scope } from "@/lib/access/scope";
import { findAccount } from "@/lib/accounts/queries";
import { findContact } from "@/lib/contacts/queries";
import { findProspect } from "./queries";

type Ids = { accountId: number | null; contactId: number | null; prospectId: number | null };

/** The records an activity is to be filed under; undefined when one of them is not there for this viewer.
 *  What it is filed under already stays, seen or not. */
export function findFiling(scope: Scope, ids: Ids, kept: Ids = { accountId: null, contactId: null, prospectId: null }) {
  const account = ids.accountId === null ? undefined : (findAccount(scope, ids.accountId) ?? same(ids.accountId, kept.accountId));
  const contact = ids.contactId === null ? undefined : (findContact(scope, ids.contactId) ?? same(ids.contactId, kept.contactId));
  const prospect = ids.prospectId === null ? undefined : (findProspect(scope, ids.prospectId) ?? keptProspect(ids, kept));
  const isLost = (id: number | null, found: unknown) => id !== null && found === undefined;
  if (isLost(ids.accountId, account) || isLost(ids.contactId, contact) || isLost(ids.prospectId, prospect)) return undefined;
  return { account, contact, prospect };
}

function same(id: number, kept: number | null) {
  return id === kept ? { id } : undefined;
}

function keptProspect({ prospectId }: Ids, kept: Ids) {
  return prospectId !== null && prospectId === kept.prospectId ? { id: prospectId, accountId: kept.accountId } : undefined;
}
