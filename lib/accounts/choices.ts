import { isHidden } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { t } from "@/lib/i18n/words";
import { formerColleagues, groupOptions, originOptions, ownerOptions, pickOptions } from "@/lib/settings/queries";
import type { AccountFilters } from "./filters";
import { seesBalances, seesPurchases } from "./policy";
import type { Account } from "./queries";

/** The lists an account's form offers, with whatever the account holds already. */
export function accountChoicesFor(
  scope: Scope,
  mayAssign: boolean,
  account?: Pick<Account, "ownerId" | "categoryId" | "industryId" | "interestId" | "originId">,
) {
  return {
    owners: mayAssign ? ownersFor(scope, account?.ownerId) : null,
    categories: pickOptions(scope, "account_category", account?.categoryId),
    industries: pickOptions(scope, "industry", account?.industryId),
    interests: pickOptions(scope, "interest_level", account?.interestId),
    origins: originOptions(scope, account?.originId),
    hidesNotes: isHidden(scope.viewer, "internalNote"),
  };
}

export type AccountFilterChoices = ReturnType<typeof accountFilterChoices>;

/** What the filters of the list offer, with what is asked for though it was retired; `seldom` is what they offer less often, null while it is
 *  not shown. */
export function accountFilterChoices(scope: Scope, { category, industry, interest, origin }: AccountFilters, isWide: boolean) {
  return {
    owners: filterOwnersOrGroups(scope),
    seldom: isWide
      ? {
          categories: pickOptions(scope, "account_category", category),
          industries: pickOptions(scope, "industry", industry),
          interests: pickOptions(scope, "interest_level", interest),
          origins: originOptions(scope, origin),
        }
      : null,
    seesPurchases: seesPurchases(scope.viewer),
    seesBalances: seesBalances(scope.viewer),
  };
}

/** As `ownersFor`, and last who left: what they had stays theirs. */
export function filterOwnersOrGroups(scope: Scope) {
  return [...ownersFor(scope), ...formerColleagues(scope)];
}

/** Colleagues first, then the groups that may hold an account together; without groups a plain list. */
export function ownersFor(scope: Scope, kept: number | null = null) {
  const people = ownerOptions(scope, kept);
  const groups = groupOptions(scope);
  if (groups.length === 0) return people;
  return [
    ...people.map((one) => ({ ...one, group: t("accounts.people") })),
    ...groups.map(({ value, label }) => ({ value: `g${value}`, label, group: t("accounts.groups") })),
  ];
}

/** Whom an account may be given to: everybody but who has it. */
export function heirsFor(scope: Scope, { ownerId, ownerGroupId }: Pick<Account, "ownerId" | "ownerGroupId">) {
  const held = ownerGroupId === null ? ownerId : `g${ownerGroupId}`;
  return ownersFor(scope).filter(({ value }) => value !== held);
}

/** The groups it is neither of nor shared with yet. */
export function sharingChoices(scope: Scope, { ownerGroupId }: Pick<Account, "ownerGroupId">, shares: { id: number }[]) {
  const taken = [ownerGroupId, ...shares.map(({ id }) => id)];
  return groupOptions(scope).filter(({ value }) => !taken.includes(value));
}
