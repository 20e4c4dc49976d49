import { page } from "@/app/frame";
import { ProspectList } from "@/components/prospects/prospect-list";
import { wholeOf } from "@/lib/access/keyset";
import { isOff } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { showsSeldom } from "@/lib/lists/asked";
import { keysOf } from "@/lib/lists/columns";
import { askedOf, listFrame } from "@/lib/lists/queries";
import { prospectFilterChoices } from "@/lib/prospects/choices";
import { prospectColumns } from "@/lib/prospects/columns";
import { prospectFilters, seldomAsked, shownSignal } from "@/lib/prospects/filters";
import { canCreateProspect } from "@/lib/prospects/policy";
import { countProspects, listProspects } from "@/lib/prospects/queries";
import { isCutShort, isNarrowed } from "@/lib/search/find";
import { workCenterOptions } from "@/lib/settings/queries";
import { canReviewEntries } from "@/lib/web-forms/policy";
import { countWaiting } from "@/lib/web-forms/queries";

const queues = ["open", "overdue", "today", "no_action", "quoted", "all"] as const;
const queuesFor = (viewer: Viewer) => queues.filter((signal) => signal !== "quoted" || !isOff(viewer, "quotes"));

export default page("/prospects", (scope, { query }) => {
  const filters = prospectFilters.parse(askedOf(scope, "prospects", query));
  const { shown, tools } = listFrame(scope, "prospects", filters, prospectColumns(scope.viewer, workCenterOptions(scope).length > 1));
  const found = listProspects(scope, filters, { keys: keysOf(shown) });
  const counted = shownSignal(filters);
  const counts = queuesFor(scope.viewer).map((signal) => ({
    signal,
    count: (signal === counted ? wholeOf(found, filters)?.length : undefined) ?? countProspects(scope, { ...filters, signal }),
  }));
  return (
    <ProspectList
      {...{ page: found, filters, counts, tools, columns: shown, picking: query.pick === "1" && tools.mayChange, today: scope.viewer.today }}
      choices={prospectFilterChoices(scope, filters, showsSeldom(query, seldomAsked(filters)))}
      isCut={isCutShort(scope, "prospect", filters.q, { isWhole: isNarrowed(filters) })}
      mayCreate={canCreateProspect(scope.viewer)}
      waiting={canReviewEntries(scope.viewer) ? countWaiting(scope) : 0}
    />
  );
});
