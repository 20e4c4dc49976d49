import { page } from "@/app/frame";
import { AccountEditor } from "@/components/accounts/account-editor";
import { accountChoicesFor } from "@/lib/accounts/choices";
import { canAssignAccount } from "@/lib/accounts/policy";
import { create } from "../actions";

export default page("/accounts/new", (scope) => {
  const { viewer } = scope;
  const ownerId = viewer.kind === "staff" ? viewer.userId : null;
  return (
    <AccountEditor
      action={create}
      choices={accountChoicesFor(scope, canAssignAccount(viewer))}
      values={{ ownerId }}
      points={[]}
      addresses={[]}
      back="/accounts"
    />
  );
});
