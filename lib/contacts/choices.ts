import { isHidden } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { ownersFor } from "@/lib/accounts/choices";
import { findCompany, originOptions } from "@/lib/settings/queries";
import type { Contact } from "./queries";
import { roleNames } from "./relations";

/** The lists a contact's form offers, with whatever the contact holds already. */
export function contactChoicesFor(scope: Scope, mayAssign: boolean, contact?: Pick<Contact, "ownerId" | "originId">) {
  return {
    owners: mayAssign ? ownersFor(scope, contact?.ownerId) : null,
    origins: originOptions(scope, contact?.originId),
    roles: roleNames(scope),
    needsAccount: findCompany(scope).contactsNeedAccount,
    hidesNotes: isHidden(scope.viewer, "internalNote"),
  };
}
