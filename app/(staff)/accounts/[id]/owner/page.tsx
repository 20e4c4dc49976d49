import { page } from "@/app/frame";
import { AccountOwnerPage } from "@/components/accounts/owner-page";
import { heirsFor, sharingChoices } from "@/lib/accounts/choices";
import { factsOfAccount } from "@/lib/accounts/facts";
import { canAssignAccount } from "@/lib/accounts/policy";
import { findAccount, sharesOfAccount } from "@/lib/accounts/queries";
import { canAssignActivity } from "@/lib/activities/policy";
import { missing, refused } from "@/lib/web/page";
import { assign, share, unshare } from "../../actions";

export default page("/accounts/[id]/owner", (scope, { params }) => {
  const account = findAccount(scope, params.id!);
  if (!account) return missing;
  if (!canAssignAccount(scope.viewer, account)) return refused;
  const shares = sharesOfAccount(scope, account.id);
  return (
    <AccountOwnerPage
      account={account}
      owner={factsOfAccount(scope, account).owner}
      heirs={heirsFor(scope, account)}
      mayTakeActivities={account.ownerId !== null && canAssignActivity(scope.viewer, account)}
      shares={shares}
      groups={sharingChoices(scope, account, shares)}
      actions={{ assign, share, unshare }}
    />
  );
});
