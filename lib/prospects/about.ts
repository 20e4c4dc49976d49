import { isOff } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { findAccount } from "@/lib/accounts/queries";
import { findContact } from "@/lib/contacts/queries";
import { fullName } from "@/lib/contacts/rules";
import { findProspect } from "./queries";

type Ids = { accountId?: number | string | null; contactId?: number | string | null; prospectId?: number | string | null };

/** The records an activity is about, by name, as far as the viewer sees them. */
export function aboutOf(scope: Scope, { accountId, contactId, prospectId }: Ids) {
  const account = accountId ? findAccount(scope, accountId) : undefined;
  const contact = contactId ? findContact(scope, contactId) : undefined;
  const prospect = prospectId ? findProspect(scope, prospectId) : undefined;
  return {
    account: account && { id: account.id, label: account.name },
    contact: contact && { id: contact.id, label: fullName(contact) },
    isWithoutProspects: isOff(scope.viewer, "prospects"),
    prospect: prospect && { id: prospect.id, label: prospect.companyName ?? prospect.personName },
  };
}
