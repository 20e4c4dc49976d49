"use server";

import { removeAttachment } from "@/lib/attachments/commands";
import { attachmentRef } from "@/lib/attachments/forms";
import { canAttach } from "@/lib/attachments/policy";
import { findAttachment } from "@/lib/attachments/queries";
import { filesAddress } from "@/lib/attachments/rules";
import { actorOf } from "@/lib/events/record";
import { formAction } from "@/lib/web/form-action";

export const remove = formAction({
  event: "attachment.removed",
  form: attachmentRef,
  subject: (scope, { id }) => findAttachment(scope, id),
  allow: (viewer, { record }) => canAttach(viewer, record),
  run: ({ tx, subject, viewer, now }) => removeAttachment(tx, subject, { userId: actorOf(viewer).actorId, now }),
  next: ({ kind, id }) => ({ to: filesAddress(kind, id) ?? "/", notice: "attachments.removed" }),
});
