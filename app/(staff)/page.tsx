import { page } from "@/app/frame";
import { MyDay } from "@/components/today/my-day";
import { canCreateActivity } from "@/lib/activities/policy";
import { canCreateProspect } from "@/lib/prospects/policy";
import { dayOfWork } from "@/lib/today/queries";
import { missing } from "@/lib/web/page";
import { complete } from "./activities/actions";

export default page("/", (scope) => {
  const { viewer } = scope;
  if (viewer.kind !== "staff") return missing;
  return (
    <MyDay
      {...dayOfWork(scope, viewer.userId)}
      date={viewer.today}
      userId={viewer.userId}
      complete={complete}
      mayAdd={canCreateProspect(viewer)}
      mayFollowUp={canCreateActivity(viewer)}
    />
  );
});
