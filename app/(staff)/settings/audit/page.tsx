import { page } from "@/app/frame";
import { AuditPage } from "@/components/audit/audit-page";
import { findAccount } from "@/lib/accounts/queries";
import { auditFilters } from "@/lib/audit/filters";
import { listAudit } from "@/lib/audit/list";
import { canAudit } from "@/lib/audit/policy";
import { lastVerification } from "@/lib/events/verification";
import { filterOwners } from "@/lib/settings/queries";
import { refused } from "@/lib/web/page";

export default page("/settings/audit", (scope, { query }) => {
  if (!canAudit(scope.viewer)) return refused;
  const filters = auditFilters.parse(query);
  const company = filters.account === undefined ? undefined : findAccount(scope, filters.account)?.name;
  return <AuditPage {...{ filters, company }} page={listAudit(scope, filters)} people={filterOwners(scope)} verified={lastVerification(scope)} />;
});
