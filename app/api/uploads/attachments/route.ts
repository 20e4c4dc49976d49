import { addAttachments } from "@/lib/attachments/commands";
import { attachmentLimits, attachmentsForm } from "@/lib/attachments/forms";
import { canAttach } from "@/lib/attachments/policy";
import { findRecord } from "@/lib/attachments/records";
import { filesAddress } from "@/lib/attachments/rules";
import { actorOf } from "@/lib/events/record";
import { formAddress, prepareAttachments } from "@/lib/web/attachments";
import { formRoute } from "@/lib/web/form-route";

export const POST = formRoute({
  path: "/api/uploads/attachments",
  back: formAddress,
  largestFile: attachmentLimits.file,
  mostFiles: attachmentLimits.files,
  event: "attachment.added",
  form: attachmentsForm,
  prepare: prepareAttachments,
  subject: (scope, { recordKind, recordId }) => findRecord(scope, { kind: recordKind, id: recordId }),
  allow: canAttach,
  run: ({ tx, subject, viewer, input, now }) => addAttachments(tx, subject, input.files, { userId: actorOf(viewer).actorId, now }),
  next: (_added, { recordKind, recordId, files }) => ({
    to: filesAddress(recordKind, recordId) ?? "/",
    notice: "attachments.added",
    values: { count: files.length },
  }),
});
