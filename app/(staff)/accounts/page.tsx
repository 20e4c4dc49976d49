import { page } from "@/app/frame";
import { AccountList } from "@/components/accounts/account-list";
import { accountFilters } from "@/lib/accounts/filters";
import { countAccounts, listAccounts } from "@/lib/accounts/list";
import { canCreateAccount } from "@/lib/accounts/policy";
import { tagName } from "@/lib/accounts/queries";
import { originOptions, ownerOptions, pickOptions } from "@/lib/settings/queries";

export default page("/accounts", (scope, { query }) => {
  const filters = accountFilters.parse(query);
  const choices = { owners: ownerOptions(scope), categories: pickOptions(scope, "account_category"), origins: originOptions(scope) };
  return (
    <AccountList
      page={listAccounts(scope, filters)}
      filters={filters}
      count={countAccounts(scope, filters)}
      choices={choices}
      tag={filters.tag === undefined ? undefined : tagName(scope, filters.tag)}
      mayCreate={canCreateAccount(scope.viewer)}
    />
  );
});
