import { page } from "@/app/frame";
import { ProspectEditor } from "@/components/prospects/prospect-editor";
import { findAccount } from "@/lib/accounts/queries";
import { prospectChoicesFor } from "@/lib/prospects/choices";
import { canAssignProspect, canEditProspect } from "@/lib/prospects/policy";
import { findProspect } from "@/lib/prospects/queries";
import { prospectValues } from "@/lib/prospects/values";
import { missing, refused } from "@/lib/web/page";
import { edit } from "../../actions";

export default page("/prospects/[id]/edit", (scope, { params }) => {
  const prospect = findProspect(scope, params.id!);
  if (!prospect) return missing;
  if (!canEditProspect(scope.viewer, prospect)) return refused;
  const account = prospect.accountId === null ? undefined : findAccount(scope, prospect.accountId);
  return (
    <ProspectEditor
      action={edit}
      prospect={prospect}
      choices={prospectChoicesFor(scope, canAssignProspect(scope.viewer, prospect), prospect)}
      values={prospectValues(prospect)}
      account={account && { id: account.id, label: account.name }}
      back={`/prospects/${prospect.id}`}
    />
  );
});
