import { page } from "@/app/frame";
import { ProspectList } from "@/components/prospects/prospect-list";
import { t } from "@/lib/i18n/words";
import { prospectFilters } from "@/lib/prospects/filters";
import { canCreateProspect } from "@/lib/prospects/policy";
import { countProspects, listProspects } from "@/lib/prospects/queries";
import { originOptions, ownerOptions, pickOptions, workCenterOptions } from "@/lib/settings/queries";

const queues = ["open", "overdue", "today", "no_action", "quoted", "all"] as const;

export default page("/prospects", (scope, { query }) => {
  const filters = prospectFilters.parse(query);
  const counts = queues.map((signal) => ({ signal, count: countProspects(scope, { ...filters, signal }) }));
  return (
    <ProspectList
      page={listProspects(scope, filters)}
      filters={filters}
      counts={counts}
      choices={{ owners: ownerOptions(scope), channels: pickOptions(scope, "contact_channel"), origins: originOptions(scope) }}
      mayCreate={canCreateProspect(scope.viewer)}
      today={scope.viewer.today}
      divisionWord={t("prospects.fields.division")}
      hasCenters={workCenterOptions(scope).length > 1}
    />
  );
});
