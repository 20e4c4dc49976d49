import { page } from "@/app/frame";
import { ProspectEditor } from "@/components/prospects/prospect-editor";
import { findAccount } from "@/lib/accounts/queries";
import { prospectChoicesFor } from "@/lib/prospects/choices";
import { canAssignProspect } from "@/lib/prospects/policy";
import { create } from "../actions";

export default page("/prospects/new", (scope, { query }) => {
  const { viewer } = scope;
  const account = typeof query.account === "string" ? findAccount(scope, query.account) : undefined;
  const ownerId = viewer.kind === "staff" ? viewer.userId : undefined;
  return (
    <ProspectEditor
      action={create}
      choices={prospectChoicesFor(scope, canAssignProspect(viewer))}
      values={{ contactedOn: viewer.today, ownerId }}
      account={account && { id: account.id, label: account.name }}
      back="/prospects"
    />
  );
});
