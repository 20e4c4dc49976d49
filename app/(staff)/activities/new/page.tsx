import { page } from "@/app/frame";
import { ActivityEditor } from "@/components/activities/activity-form";
import { activityKinds } from "@/db/vocabulary";
import { optionalTime } from "@/lib/activities/forms";
import { canAssignActivity } from "@/lib/activities/policy";
import { optionalDate, optionalId } from "@/lib/core/fields";
import { aboutOf } from "@/lib/prospects/about";
import { ownerOptions } from "@/lib/settings/queries";
import { create } from "../actions";

export default page("/activities/new", (scope, { query }) => {
  const { viewer } = scope;
  const text = (name: string) => (typeof query[name] === "string" ? query[name] : null);
  const date = optionalDate().catch(null).parse(text("date")) ?? viewer.today;
  const time = optionalTime().catch(null).parse(text("time"));
  const about = aboutOf(scope, { accountId: text("account"), contactId: text("contact"), prospectId: text("prospect") });
  return (
    <ActivityEditor
      action={create}
      values={{
        ...{ kind: activityKinds.find((kind) => kind === query.kind), date, time, isDone: query.done === "1" },
        ownerId: optionalId().catch(null).parse(text("owner")) ?? (viewer.kind === "staff" ? viewer.userId : undefined),
      }}
      about={about}
      owners={canAssignActivity(viewer) ? ownerOptions(scope) : null}
      back={about.prospect ? `/prospects/${about.prospect.id}` : "/calendar"}
    />
  );
});
