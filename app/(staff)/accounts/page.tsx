import { page } from "@/app/frame";
import { AccountList } from "@/components/accounts/account-list";
import { wholeOf } from "@/lib/access/keyset";
import { accountFilterChoices } from "@/lib/accounts/choices";
import { accountColumnsFor } from "@/lib/accounts/columns";
import { accountFilters, seldomAsked } from "@/lib/accounts/filters";
import { listAccounts } from "@/lib/accounts/list";
import { largestCap, sumAccounts, usualCap } from "@/lib/accounts/list-sums";
import { canCreateAccount, seesBalances } from "@/lib/accounts/policy";
import { tagName } from "@/lib/accounts/queries";
import { showsSeldom } from "@/lib/lists/asked";
import { keysOf } from "@/lib/lists/columns";
import { askedOf, listFrame } from "@/lib/lists/queries";

export default page("/accounts", (scope, { query }) => {
  const filters = accountFilters.parse(askedOf(scope, "accounts", query));
  const { shown, tools } = listFrame(scope, "accounts", filters, accountColumnsFor(scope.viewer));
  const found = listAccounts(scope, filters, { keys: keysOf(shown) });
  return (
    <AccountList
      {...{
        page: found,
        filters,
        choices: accountFilterChoices(scope, filters, showsSeldom(query, seldomAsked(filters))),
        tools,
        columns: shown,
        picking: query.pick === "1" && tools.mayChange,
        ...sumAccounts(scope, filters, query.sum === "1" ? largestCap : usualCap, wholeOf(found, filters)),
      }}
      tag={filters.tag === undefined ? undefined : tagName(scope, filters.tag)}
      maySum={seesBalances(scope.viewer)}
      mayCreate={canCreateAccount(scope.viewer)}
    />
  );
});
