import { auditFile, lastAuditExport } from "@/lib/audit/export";
import { longFile } from "@/lib/audit/long-file";
import { canAudit } from "@/lib/audit/policy";
import { download } from "@/lib/web/download";
import { missing } from "@/lib/web/page";

export const GET = download("/settings/audit/file", (scope) => {
  const taken = canAudit(scope.viewer) ? lastAuditExport(scope, Date.now()) : undefined;
  if (!taken) return missing;
  return taken.job === undefined ? auditFile(scope, taken) : (longFile(scope, taken.job)?.file ?? missing);
});
