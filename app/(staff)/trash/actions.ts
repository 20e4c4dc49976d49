"use server";

import { actorOf } from "@/lib/events/record";
import { restoreAccount, restoreActivity, restoreContact, restoreProspect } from "@/lib/trash/commands";
import { accountTrashRef, activityTrashRef, trashRef } from "@/lib/trash/forms";
import { findTrashed } from "@/lib/trash/found";
import { canRestore } from "@/lib/trash/policy";
import { restored, restoredSeries } from "@/lib/trash/restored";
import { countAlong, restoreSeries } from "@/lib/trash/series";
import { formAction } from "@/lib/web/form-action";

export const account = formAction({
  event: "account.restored",
  form: accountTrashRef,
  subject: (scope, { id }) => findTrashed(scope, { kind: "account", id }),
  allow: canRestore.account,
  run: ({ tx, subject, input, now }) => restored(subject, restoreAccount(tx, subject, input, { now })),
  next: ({ next }) => next,
});

export const contact = formAction({
  event: "contact.restored",
  form: trashRef,
  subject: (scope, { id }) => findTrashed(scope, { kind: "contact", id }),
  allow: canRestore.contact,
  run: ({ tx, subject, now }) => restored(subject, restoreContact(tx, subject, { now })),
  next: ({ next }) => next,
});

export const prospect = formAction({
  event: "prospect.restored",
  form: trashRef,
  subject: (scope, { id }) => findTrashed(scope, { kind: "prospect", id }),
  allow: canRestore.prospect,
  run: ({ tx, subject, now }) => restored(subject, restoreProspect(tx, subject, { now })),
  next: ({ next }) => next,
});

export const activity = formAction({
  event: "activity.restored",
  form: activityTrashRef,
  subject: (scope, { id }) => findTrashed(scope, { kind: "activity", id }),
  allow: canRestore.activity,
  run: ({ tx, scope, viewer, subject, input, now }) => {
    if (!input.along || countAlong(scope, subject) === 0) return restored(subject, restoreActivity(tx, subject, { now }));
    return restoredSeries(subject, restoreSeries(tx, scope, subject, { userId: actorOf(viewer).actorId, now }));
  },
  next: ({ next }) => next,
});
