"use server";

import { actorOf } from "@/lib/events/record";
import { formAction } from "@/lib/web/form-action";
import { reviewForm } from "@/lib/web-forms/forms";
import { canReviewEntries } from "@/lib/web-forms/policy";
import { findEntries } from "@/lib/web-forms/queries";
import { acceptEntries, discardEntries } from "@/lib/web-forms/review";

export const review = formAction({
  event: "web_form_entry.reviewed",
  form: reviewForm,
  subject: (scope, { ids }) => {
    const entries = findEntries(scope, ids);
    return entries.length > 0 ? entries : undefined;
  },
  allow: canReviewEntries,
  run: ({ tx, viewer, subject, input, now }) => {
    const by = { userId: actorOf(viewer).actorId!, now, zone: viewer.zone };
    return input.verdict === "accept" ? acceptEntries(tx, subject, by) : discardEntries(tx, subject, by);
  },
  next: ({ after }, { verdict }) => ({
    to: "/prospects/review",
    notice: verdict === "accept" ? "web_forms.accepted" : "web_forms.discarded",
    values: { count: Number(after?.[verdict === "accept" ? "accepted" : "discarded"]) },
  }),
});
