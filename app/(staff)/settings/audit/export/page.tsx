import { page } from "@/app/frame";
import { AuditExportPage } from "@/components/audit/audit-export-page";
import { auditAddress, exportable, largestAtOnce, lastAuditExport } from "@/lib/audit/export";
import { longFile } from "@/lib/audit/long-file";
import { canAudit } from "@/lib/audit/policy";
import { mostUnasked } from "@/lib/exports/rules";
import { refused } from "@/lib/web/page";
import { take } from "../actions";

export default page("/settings/audit/export", (scope, { query }) => {
  if (!canAudit(scope.viewer)) return refused;
  const address = auditAddress(String(query.of ?? ""));
  const last = lastAuditExport(scope, Date.now());
  const taken = last?.address === address ? last : undefined;
  const state = taken && (taken.job === undefined ? "done" : longFile(scope, taken.job)?.state);
  return <AuditExportPage {...{ address, mostUnasked, state }} most={largestAtOnce} rows={exportable(scope, address)} action={take} />;
});
