import { page } from "@/app/frame";
import { ActivityList } from "@/components/activities/activity-list";
import { wholeOf } from "@/lib/access/keyset";
import { activityOwnerChoices } from "@/lib/activities/choices";
import { activityColumns } from "@/lib/activities/columns";
import { activityFilters, activityStates, isToDo, shownState } from "@/lib/activities/filters";
import { countActivitiesBy, isActivityListCut, listActivitiesBy, seenIn } from "@/lib/activities/list";
import { canCreateActivity, canEditActivity } from "@/lib/activities/policy";
import { showsSeldom } from "@/lib/lists/asked";
import { keysOf } from "@/lib/lists/columns";
import { askedOf, listFrame } from "@/lib/lists/queries";

export default page("/activities", (scope, { query }) => {
  const filters = activityFilters.parse(askedOf(scope, "activities", query));
  const { shown, tools } = listFrame(scope, "activities", filters, activityColumns);
  const seen = seenIn(scope, filters);
  const found = listActivitiesBy(seen, filters, { keys: keysOf(shown) });
  const current = shownState(filters);
  const counts = activityStates.map((state) => {
    const whole = state === current ? wholeOf(found, filters)?.length : undefined;
    const isCounted = isToDo(state) || (state === current && filters.q !== "");
    return { state, count: whole ?? (isCounted ? countActivitiesBy(seen, { ...filters, state }) : undefined) };
  });
  return (
    <ActivityList
      {...{ page: found, filters, counts, tools, columns: shown, picking: query.pick === "1" && tools.mayChange }}
      owners={activityOwnerChoices(scope)}
      isWide={showsSeldom(query, [filters.from, filters.until].filter(Boolean).length)}
      isCut={isActivityListCut(seen, filters)}
      mayMove={(row) => canEditActivity(scope.viewer, row)}
      mayCreate={canCreateActivity(scope.viewer)}
    />
  );
});
