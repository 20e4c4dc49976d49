import { isHidden } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { originOptions, ownerOptions, pickOptions } from "@/lib/settings/queries";
import type { Account } from "./queries";

/** The lists an account's form offers, with whatever the account holds already. */
export function accountChoicesFor(scope: Scope, mayAssign: boolean, account?: Pick<Account, "ownerId" | "categoryId" | "industryId" | "originId">) {
  return {
    owners: mayAssign ? ownerOptions(scope, account?.ownerId) : null,
    categories: pickOptions(scope, "account_category", account?.categoryId),
    industries: pickOptions(scope, "industry", account?.industryId),
    origins: originOptions(scope, account?.originId),
    hidesNotes: isHidden(scope.viewer, "internalNote"),
  };
}
