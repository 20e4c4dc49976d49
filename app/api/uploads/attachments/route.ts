import { addAttachments } from "@/lib/attachments/commands";
import { attachmentLimits, attachmentsForm } from "@/lib/attachments/forms";
import { canAttach } from "@/lib/attachments/policy";
import { findRecord } from "@/lib/attachments/records";
import { actorOf } from "@/lib/events/record";
import { formAddress, prepareAttachments } from "@/lib/web/attachments";
import { formRoute } from "@/lib/web/form-route";
import { afterUpload, tickAdded } from "@/lib/web/mail-draft";

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
  run: ({ tx, scope, subject, viewer, input, now }) => {
    const added = addAttachments(tx, subject, input.files, { userId: actorOf(viewer).actorId, now });
    tickAdded(tx, scope, subject, input);
    return added;
  },
  next: (_added, input) => ({ to: afterUpload(input), notice: "attachments.added", values: { count: input.files.length } }),
});
