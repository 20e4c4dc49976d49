import { page } from "@/app/frame";
import { ActivityEditor } from "@/components/activities/activity-form";
import { canAssignActivity, canEditActivity } from "@/lib/activities/policy";
import { findActivity, ruleOf } from "@/lib/activities/queries";
import { isPlanned } from "@/lib/activities/rules";
import { typedTimes } from "@/lib/activities/times";
import { aboutOf } from "@/lib/prospects/about";
import { ownerOptions } from "@/lib/settings/queries";
import { missing, refused } from "@/lib/web/page";
import { edit } from "../../actions";

export default page("/activities/[id]/edit", (scope, { params }) => {
  const activity = findActivity(scope, params.id!);
  if (!activity) return missing;
  if (!canEditActivity(scope.viewer, activity)) return refused;
  const { kind, subject, notes, ownerId, remindMinutes, version } = activity;
  return (
    <ActivityEditor
      action={edit}
      id={activity.id}
      version={version}
      isPlanned={isPlanned(activity)}
      rule={activity.repetitionId !== null && isPlanned(activity) ? ruleOf(scope, activity.repetitionId) : undefined}
      values={{ kind, subject, notes, ownerId, remindMinutes, ...typedTimes(activity, scope.viewer.zone) }}
      about={aboutOf(scope, activity)}
      owners={canAssignActivity(scope.viewer, activity) ? ownerOptions(scope, ownerId) : null}
      back={`/activities/${activity.id}`}
    />
  );
});
