import { page } from "@/app/frame";
import { AccountEditor } from "@/components/accounts/account-editor";
import { accountChoicesFor } from "@/lib/accounts/choices";
import { canAssignAccount, canEditAccount } from "@/lib/accounts/policy";
import { findAccount, tagsOfAccount } from "@/lib/accounts/queries";
import { accountValues } from "@/lib/accounts/values";
import { addressesOfAccount } from "@/lib/addresses/queries";
import { addressValues } from "@/lib/addresses/values";
import { pointsOfAccount } from "@/lib/contact-points/queries";
import { pointValues } from "@/lib/contact-points/values";
import { missing, refused } from "@/lib/web/page";
import { edit } from "../../actions";

export default page("/accounts/[id]/edit", (scope, { params }) => {
  const account = findAccount(scope, params.id!);
  if (!account) return missing;
  if (!canEditAccount(scope.viewer, account)) return refused;
  return (
    <AccountEditor
      action={edit}
      account={account}
      choices={accountChoicesFor(scope, canAssignAccount(scope.viewer, account), account)}
      values={accountValues(account, tagsOfAccount(scope, account.id))}
      points={pointValues(pointsOfAccount(scope, account.id))}
      addresses={addressValues(addressesOfAccount(scope, account.id))}
      back={`/accounts/${account.id}`}
    />
  );
});
