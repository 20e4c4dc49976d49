import { page } from "@/app/frame";
import { ProspectOwnerPage } from "@/components/prospects/owner-page";
import { canAssignActivity } from "@/lib/activities/policy";
import { canAssignProspect } from "@/lib/prospects/policy";
import { findProspect } from "@/lib/prospects/queries";
import { filterOwners, ownerOptions } from "@/lib/settings/queries";
import { missing, refused } from "@/lib/web/page";
import { assign } from "../../actions";

export default page("/prospects/[id]/owner", (scope, { params }) => {
  const prospect = findProspect(scope, params.id!);
  if (!prospect) return missing;
  if (!canAssignProspect(scope.viewer, prospect)) return refused;
  const owner = filterOwners(scope).find(({ value }) => value === prospect.ownerId)?.label;
  return (
    <ProspectOwnerPage
      prospect={prospect}
      owner={owner ?? ""}
      heirs={ownerOptions(scope).filter(({ value }) => value !== prospect.ownerId)}
      mayTakeActivities={canAssignActivity(scope.viewer, prospect)}
      assign={assign}
    />
  );
});
