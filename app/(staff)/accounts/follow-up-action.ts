"use server";

import { findAccount } from "@/lib/accounts/queries";
import { byOf } from "@/lib/activities/by";
import { logActivity, logForm } from "@/lib/activities/log";
import { canCreateActivity } from "@/lib/activities/policy";
import { formAction } from "@/lib/web/form-action";

export const followUp = formAction({
  event: "activity.created",
  form: logForm,
  subject: (scope, { accountId }) => findAccount(scope, accountId),
  allow: canCreateActivity,
  run: ({ tx, viewer, subject, input, now }) => {
    if (viewer.kind !== "staff") throw new Error("Only the team follows up");
    return logActivity(tx, subject, input, { ...byOf({ tx, viewer, now }, subject), userId: viewer.userId });
  },
  next: (_change, { accountId }) => ({ to: `/accounts/${accountId}`, notice: "accounts.followed_up" }),
});
