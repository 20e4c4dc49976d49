import { auditFile, lastAuditExport } from "@/lib/audit/export";
import { canAudit } from "@/lib/audit/policy";
import { download } from "@/lib/web/download";
import { missing } from "@/lib/web/page";

export const GET = download("/settings/audit/file", (scope) => {
  const taken = canAudit(scope.viewer) ? lastAuditExport(scope, Date.now()) : undefined;
  return taken ? auditFile(scope, taken) : missing;
});
