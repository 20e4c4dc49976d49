import { page } from "@/app/frame";
import { FollowUpPage } from "@/components/prospects/follow-up-page";
import { grants } from "@/lib/access/permissions";
import { pendingOf } from "@/lib/prospects/names";
import { canFollowUp } from "@/lib/prospects/policy";
import { findProspect } from "@/lib/prospects/queries";
import { pickOptions } from "@/lib/settings/queries";
import { missing, refused } from "@/lib/web/page";
import { followUp } from "../../actions";

export default page("/prospects/[id]/follow-up", (scope, { params, query }) => {
  const prospect = findProspect(scope, params.id!);
  if (!prospect) return missing;
  if (!canFollowUp(scope.viewer, prospect)) return refused;
  return (
    <FollowUpPage
      action={followUp}
      prospectId={prospect.id}
      name={prospect.companyName ?? prospect.personName}
      reasons={pickOptions(scope, "lost_reason", prospect.lostReasonId)}
      pending={pendingOf(scope, prospect.id, Number(query.done))}
      mayQuote={grants(scope.viewer, "quotes", "create")}
    />
  );
});
