"use server";

import { byOf } from "@/lib/activities/by";
import { cancelActivity, createActivity, moveActivity, pinActivity, trashActivity } from "@/lib/activities/commands";
import { editActivity, hasNewRule } from "@/lib/activities/edit";
import { requireExtent } from "@/lib/activities/extent";
import { activityEditForm, activityForm, activityRef, doneForm, moveForm, pinForm } from "@/lib/activities/forms";
import { completeAndPlan } from "@/lib/activities/next-step";
import { isElsewhen, tellOverlap, tellOverlapAlong } from "@/lib/activities/overlap";
import { canAssignActivity, canCreateUnder, canDeleteActivity, canEditActivity, canEditAlong, canEditUnder } from "@/lib/activities/policy";
import { findActivity, typedRule } from "@/lib/activities/queries";
import { typedTimes } from "@/lib/activities/times";
import { whenText } from "@/lib/activities/when";
import { findFiling, newlyFiledUnder, reachUnder } from "@/lib/prospects/filing";
import { formAction } from "@/lib/web/form-action";
import { withSight } from "@/lib/web/sight";

export const create = formAction({
  event: "activity.created",
  form: activityForm,
  subject: findFiling,
  allow: (viewer, filing) => canCreateUnder(viewer, newlyFiledUnder(filing)),
  run: ({ tx, scope, viewer, subject, input, now }) => {
    const by = byOf({ tx, viewer, now }, reachUnder(subject));
    const change = createActivity(tx, subject, { ...input, ownerId: canAssignActivity(viewer) ? input.ownerId : by.userId }, by);
    tellOverlap(scope, change, input.saveOverlapAnyway);
    return withSight(change, findActivity(scope, change.id));
  },
  next: ({ id, times, moved, isSeen }) => ({
    to: isSeen ? `/activities/${id}` : "/activities",
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
  allow: (viewer, activity) => canEditUnder(viewer, activity, newlyFiledUnder(activity.filing, activity)),
  run: ({ tx, scope, viewer, subject, input, now }) => {
    const ownerId = canAssignActivity(viewer, subject) ? input.ownerId : subject.ownerId;
    const change = { before: subject.ownerId, after: ownerId ?? subject.ownerId, isRuled: hasNewRule(tx, subject, input) };
    requireExtent(tx, scope, subject, input.appliesTo, (row) => canEditAlong(viewer, row, change));
    const by = byOf({ tx, viewer, now }, reachUnder(subject.filing, subject));
    const edited = editActivity(tx, subject, subject.filing, { ...input, ownerId }, by);
    if (isElsewhen(subject, edited)) tellOverlap(scope, subject, input.saveOverlapAnyway);
    return withSight(edited, findActivity(scope, subject.id));
  },
  next: ({ id, times, moved, isSeen }) => ({
    to: isSeen ? `/activities/${id}` : "/activities",
    notice: moved ? "activities.saved_moved" : "activities.saved",
    values: { when: whenText(times) },
  }),
  values: (activity, scope) => ({ ...activity, ...typedTimes(activity, scope.viewer.zone), ...typedRule(scope, activity) }),
});

export const complete = formAction({
  event: "activity.done",
  form: doneForm,
  subject: (scope, { id }) => findActivity(scope, id),
  allow: canEditActivity,
  run: ({ tx, scope, viewer, subject, input, now }) => {
    const change = completeAndPlan(tx, subject, input, { ...byOf({ tx, viewer, now }), viewer });
    tellOverlapAlong(scope, change, input.saveOverlapAnyway, "nextTime");
    return change;
  },
  next: ({ id, prospectId }, { from, nextOn }) => ({
    to: from === "today" ? "/" : prospectId ? `/prospects/${prospectId}` : `/activities/${id}`,
    notice: nextOn === null ? "activities.done" : "activities.done_and_planned",
  }),
});

export const move = formAction({
  event: "activity.moved",
  form: moveForm,
  subject: (scope, { id }) => findActivity(scope, id),
  allow: canEditActivity,
  run: ({ tx, scope, viewer, subject, input, now }) => {
    requireExtent(tx, scope, subject, input.appliesTo, (row) => canEditActivity(viewer, row));
    const put = moveActivity(tx, subject, input, { ...byOf({ tx, viewer, now }), appliesTo: input.appliesTo });
    if (isElsewhen(subject, put)) tellOverlap(scope, subject, input.saveOverlapAnyway);
    return put;
  },
  values: (activity, scope) => ({ ...typedTimes(activity, scope.viewer.zone), minutes: null }),
  next: ({ id, times, moved }, { calendar }) => ({
    to: calendar === null ? `/activities/${id}` : `/calendar${calendar}`,
    notice: moved ? "activities.rescheduled_moved" : "activities.rescheduled",
    values: { when: whenText(times) },
  }),
});

export const cancel = formAction({
  event: "activity.cancelled",
  form: activityRef,
  subject: (scope, { id }) => findActivity(scope, id),
  allow: canEditActivity,
  run: ({ tx, scope, viewer, subject, input, now }) => {
    requireExtent(tx, scope, subject, input.appliesTo, (row) => canEditActivity(viewer, row));
    return cancelActivity(tx, subject, { ...byOf({ tx, viewer, now }), appliesTo: input.appliesTo });
  },
  next: ({ id }, { appliesTo }) => ({
    to: `/activities/${id}`,
    notice: appliesTo === "this" ? "activities.cancelled" : "activities.cancelled_following",
  }),
});

export const pin = formAction({
  event: "activity.pinned",
  form: pinForm,
  subject: (scope, { id }) => findActivity(scope, id),
  allow: canEditActivity,
  run: ({ tx, viewer, subject, input, now }) => pinActivity(tx, subject, input, byOf({ tx, viewer, now })),
  next: ({ id, accountId }, { isPinned }) => ({
    to: accountId ? `/accounts/${accountId}` : `/activities/${id}`,
    notice: isPinned ? "activities.pinned" : "activities.unpinned",
  }),
});

export const trash = formAction({
  event: "activity.trashed",
  form: activityRef,
  subject: (scope, { id }) => findActivity(scope, id),
  allow: canDeleteActivity,
  run: ({ tx, scope, viewer, subject, input, now }) => {
    requireExtent(tx, scope, subject, input.appliesTo, (row) => canDeleteActivity(viewer, row));
    return trashActivity(tx, subject, { ...byOf({ tx, viewer, now }), appliesTo: input.appliesTo });
  },
  next: ({ prospectId, accountId }, { appliesTo }) => ({
    to: prospectId ? `/prospects/${prospectId}` : accountId ? `/accounts/${accountId}` : "/calendar",
    notice: ({ this: "activities.deleted", following: "activities.deleted_following", all: "activities.deleted_all" } as const)[appliesTo],
  }),
});
