import { page } from "@/app/frame";
import { AuditExportPage } from "@/components/audit/audit-export-page";
import { auditAddress, exportable, lastAuditExport, mostExported } from "@/lib/audit/export";
import { canAudit } from "@/lib/audit/policy";
import { mostUnasked } from "@/lib/exports/rules";
import { refused } from "@/lib/web/page";
import { take } from "../actions";

export default page("/settings/audit/export", (scope, { query }) => {
  if (!canAudit(scope.viewer)) return refused;
  const address = auditAddress(String(query.of ?? ""));
  const isReady = lastAuditExport(scope, Date.now())?.address === address;
  return <AuditExportPage {...{ address, mostUnasked, isReady }} rows={exportable(scope, address)} most={mostExported} action={take} />;
});
