import { page } from "@/app/frame";
import { ActivityPage } from "@/components/activities/activity-page";
import { RecordFiles } from "@/components/files/record-files";
import { moveAsked } from "@/lib/activities/forms";
import { canDeleteActivity, canEditActivity } from "@/lib/activities/policy";
import { findActivity, ruleOf } from "@/lib/activities/queries";
import { aboutOf } from "@/lib/prospects/about";
import { canFollowUp } from "@/lib/prospects/policy";
import { findProspect } from "@/lib/prospects/queries";
import { isClosed } from "@/lib/prospects/rules";
import { ownerOptions } from "@/lib/settings/queries";
import { recordFiles } from "@/lib/web/attachments";
import { missing } from "@/lib/web/page";
import { remove, restore } from "../../files/actions";
import { cancel, complete, move, pin, trash } from "../actions";

export default page("/activities/[id]", (scope, { params, query }) => {
  const activity = findActivity(scope, params.id!);
  if (!activity) return missing;
  const { viewer } = scope;
  const prospect = activity.prospectId === null ? undefined : findProspect(scope, activity.prospectId);
  return (
    <ActivityPage
      activity={activity}
      rule={activity.repetitionId === null ? undefined : ruleOf(scope, activity.repetitionId)}
      owner={ownerOptions(scope, activity.ownerId).find(({ value }) => value === activity.ownerId)?.label}
      about={aboutOf(scope, activity)}
      today={viewer.today}
      may={{ edit: canEditActivity(viewer, activity), delete: canDeleteActivity(viewer, activity) }}
      actions={{ complete, move, cancel, pin, trash }}
      followUpHref={prospect && canFollowUp(viewer, prospect) && !isClosed(prospect) ? `/prospects/${prospect.id}/follow-up?done=${activity.id}` : undefined}
      asked={{ deed: query.do, move: moveAsked.parse(query) }}
      files={<RecordFiles {...recordFiles(scope, { kind: "activity", id: activity.id }, query)} remove={remove} restore={restore} />}
    />
  );
});
