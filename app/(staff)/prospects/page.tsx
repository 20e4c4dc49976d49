import { page } from "@/app/frame";
import { ProspectList } from "@/components/prospects/prospect-list";
import { keysOf } from "@/lib/lists/columns";
import { askedOf, listFrame } from "@/lib/lists/queries";
import { prospectFilterChoices } from "@/lib/prospects/choices";
import { prospectColumns } from "@/lib/prospects/columns";
import { prospectFilters } from "@/lib/prospects/filters";
import { canCreateProspect } from "@/lib/prospects/policy";
import { countProspects, listProspects } from "@/lib/prospects/queries";
import { isCutShort, isNarrowed } from "@/lib/search/find";
import { workCenterOptions } from "@/lib/settings/queries";

const queues = ["open", "overdue", "today", "no_action", "quoted", "all"] as const;

export default page("/prospects", (scope, { query }) => {
  const filters = prospectFilters.parse(askedOf(scope, "prospects", query));
  const { shown, tools } = listFrame(scope, "prospects", filters, prospectColumns(scope.viewer, workCenterOptions(scope).length > 1));
  const counts = queues.map((signal) => ({ signal, count: countProspects(scope, { ...filters, signal }) }));
  return (
    <ProspectList
      page={listProspects(scope, filters, { keys: keysOf(shown) })}
      {...{ filters, counts, tools, columns: shown, picking: query.pick === "1" && tools.mayChange, today: scope.viewer.today }}
      choices={prospectFilterChoices(scope, filters)}
      isCut={isCutShort(scope, "prospect", filters.q, { isWhole: isNarrowed(filters) })}
      mayCreate={canCreateProspect(scope.viewer)}
    />
  );
});
