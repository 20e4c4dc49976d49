"use server";

import { auditAddress, exportable, startAuditExport } from "@/lib/audit/export";
import { auditExportForm } from "@/lib/audit/forms";
import { canAudit } from "@/lib/audit/policy";
import { mostUnasked } from "@/lib/exports/rules";
import { formAction } from "@/lib/web/form-action";

export const take = formAction({
  event: "audit.exported",
  form: auditExportForm,
  subject: (scope) => scope.viewer,
  allow: canAudit,
  asksPassword: (scope, { address }) => (exportable(scope, auditAddress(address)) ?? 0) > mostUnasked,
  run: ({ scope, input }) => startAuditExport(scope, input),
  next: ({ after }) => ({ to: `/settings/audit/export?of=${encodeURIComponent(String(after?.address))}`, notice: "audit.exported" }),
});
