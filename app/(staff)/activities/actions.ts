"use server";

import { completeActivity, createActivity, editActivity, moveActivity, trashActivity } from "@/lib/activities/commands";
import { activityEditForm, activityForm, activityRef, doneForm, moveForm } from "@/lib/activities/forms";
import { canAssignActivity, canCreateActivity, canDeleteActivity, canEditActivity } from "@/lib/activities/policy";
import { findActivity } from "@/lib/activities/queries";
import { whenText } from "@/lib/activities/when";
import { actorOf } from "@/lib/events/record";
import { filedUnder, findFiling } from "@/lib/prospects/filing";
import { formAction } from "@/lib/web/form-action";

export const create = formAction({
  event: "activity.created",
  form: activityForm,
  subject: findFiling,
  allow: (viewer, filing) => canCreateActivity(viewer, filedUnder(filing)),
  run: ({ tx, viewer, subject, input, now }) => {
    const userId = actorOf(viewer).actorId;
    const ownerId = canAssignActivity(viewer) ? input.ownerId : userId;
    return createActivity(tx, subject, { ...input, ownerId }, { userId, now, zone: viewer.zone });
  },
  next: ({ id, times, moved }) => ({
    to: `/activities/${id}`,
    notice: moved ? "activities.created_moved" : "activities.created",
    values: { when: whenText(times) },
  }),
});

export const edit = formAction({
  event: "activity.edited",
  form: activityEditForm,
  subject: (scope, input) => {
    const activity = findActivity(scope, input.id);
    const filing = activity && findFiling(scope, input, activity);
    return activity && filing && { ...activity, filing };
  },
  allow: canEditActivity,
  run: ({ tx, viewer, subject, input, now }) => {
    const ownerId = canAssignActivity(viewer, subject) ? input.ownerId : subject.ownerId;
    return editActivity(tx, subject, subject.filing, { ...input, ownerId }, { userId: actorOf(viewer).actorId, now, zone: viewer.zone });
  },
  next: ({ id, times, moved }) => ({
    to: `/activities/${id}`,
    notice: moved ? "activities.saved_moved" : "activities.saved",
    values: { when: whenText(times) },
  }),
  values: ({ subject, notes, kind }) => ({ subject, notes, kind }),
});

export const complete = formAction({
  event: "activity.done",
  form: doneForm,
  subject: (scope, { id }) => findActivity(scope, id),
  allow: canEditActivity,
  run: ({ tx, viewer, subject, input, now }) => completeActivity(tx, subject, input, { userId: actorOf(viewer).actorId, now, zone: viewer.zone }),
  next: ({ id, prospectId }, { from }) => ({
    to: from === "today" ? "/" : prospectId ? `/prospects/${prospectId}` : `/activities/${id}`,
    notice: "activities.done",
  }),
});

export const move = formAction({
  event: "activity.moved",
  form: moveForm,
  subject: (scope, { id }) => findActivity(scope, id),
  allow: canEditActivity,
  run: ({ tx, viewer, subject, input, now }) => moveActivity(tx, subject, input, { userId: actorOf(viewer).actorId, now, zone: viewer.zone }),
  next: ({ id, times, moved }, { calendar }) => ({
    to: calendar === null ? `/activities/${id}` : `/calendar${calendar}`,
    notice: moved ? "activities.rescheduled_moved" : "activities.rescheduled",
    values: { when: whenText(times) },
  }),
});

export const trash = formAction({
  event: "activity.trashed",
  form: activityRef,
  subject: (scope, { id }) => findActivity(scope, id),
  allow: canDeleteActivity,
  run: ({ tx, viewer, subject, now }) => trashActivity(tx, subject, { userId: actorOf(viewer).actorId, now, zone: viewer.zone }),
  next: ({ prospectId, accountId }) => ({
    to: prospectId ? `/prospects/${prospectId}` : accountId ? `/accounts/${accountId}` : "/calendar",
    notice: "activities.deleted",
  }),
});
