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
  asksPassword: (scope, { address }) => (exportable(scope, auditAddress(address)) ?? Number.POSITIVE_INFINITY) > mostUnasked,
  run: ({ tx, scope, input, now }) => startAuditExport(tx, scope, input, now),
  next: ({ after }) => ({
    to: `/settings/audit/export?of=${encodeURIComponent(String(after?.address))}`,
    notice: after?.job === undefined ? "audit.exported" : "lists.exporting",
  }),
});
