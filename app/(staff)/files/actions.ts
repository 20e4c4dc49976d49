"use server";

import { removeAttachment, restoreAttachment } from "@/lib/attachments/commands";
import { attachmentRef } from "@/lib/attachments/forms";
import { canAttach } from "@/lib/attachments/policy";
import { findAttachment, findTrashed } from "@/lib/attachments/queries";
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

export const restore = formAction({
  event: "attachment.restored",
  form: attachmentRef,
  subject: (scope, { id }) => findTrashed(scope, id),
  allow: (viewer, { record }) => canAttach(viewer, record),
  run: ({ tx, subject }) => restoreAttachment(tx, subject),
  next: ({ kind, id }) => ({ to: filesAddress(kind, id) ?? "/", notice: "attachments.restored" }),
});
