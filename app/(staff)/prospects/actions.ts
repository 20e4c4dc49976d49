"use server";

import { withoutHidden } from "@/lib/access/hidden";
import { memberId } from "@/lib/access/member";
import { findAccount } from "@/lib/accounts/queries";
import { byOf } from "@/lib/activities/by";
import { giveOpenWork } from "@/lib/activities/give-along";
import { tellOverlapAlong } from "@/lib/activities/overlap";
import { canAssignActivity } from "@/lib/activities/policy";
import { convertProspect, undoConversion } from "@/lib/documents/convert-prospect";
import { actorOf } from "@/lib/events/record";
import { giveProspect } from "@/lib/prospects/change-fields";
import { createProspect, editProspect, reopenProspect, trashProspect } from "@/lib/prospects/commands";
import { findFiling, noFiling, reachUnder } from "@/lib/prospects/filing";
import { followUp as recordFollowUp } from "@/lib/prospects/follow-up";
import { followUpForm, prospectEditForm, prospectForm, prospectOwnerForm, prospectRef } from "@/lib/prospects/forms";
import {
  canAssignProspect,
  canConvertProspect,
  canCreateProspect,
  canDeleteProspect,
  canEditProspect,
  canFollowUp,
  canUndoConversion,
} from "@/lib/prospects/policy";
import { findProspect } from "@/lib/prospects/queries";
import { formAction } from "@/lib/web/form-action";
import { withSight } from "@/lib/web/sight";

export const create = formAction({
  event: "prospect.created",
  form: prospectForm,
  subject: (scope, { accountId }) => findFiling(scope, { ...noFiling, accountId }),
  allow: (viewer, { account }) => canCreateProspect(viewer, account),
  run: ({ tx, scope, viewer, subject, input, now }) => {
    const userId = actorOf(viewer).actorId;
    const ownerId = canAssignProspect(viewer) ? (input.ownerId ?? userId) : userId;
    const change = createProspect(tx, subject.account, withoutHidden(viewer, { ...input, ownerId }), { userId, now, zone: viewer.zone });
    tellOverlapAlong(scope, change, input.saveOverlapAnyway, "appointmentTime");
    return withSight(change, findProspect(scope, change.id));
  },
  next: ({ id, label, moved, isSeen }) => ({
    to: isSeen ? `/prospects/${id}` : "/prospects",
    notice: moved ? "prospects.moved" : "prospects.created",
    values: { number: label },
  }),
});

export const edit = formAction({
  event: "prospect.edited",
  form: prospectEditForm,
  subject: (scope, { id, accountId }) => {
    const prospect = findProspect(scope, id);
    const filing = prospect && findFiling(scope, { ...noFiling, accountId }, { ...noFiling, accountId: prospect.accountId });
    return prospect && filing && { ...prospect, account: filing.account };
  },
  allow: canEditProspect,
  run: ({ tx, scope, viewer, subject, input, now }) => {
    const ownerId = canAssignProspect(viewer, subject) ? input.ownerId : subject.ownerId;
    const written = withoutHidden(viewer, { ...input, ownerId });
    const change = editProspect(tx, subject, subject.account, written, { userId: actorOf(viewer).actorId, now, zone: viewer.zone });
    return withSight(change, findProspect(scope, subject.id));
  },
  next: ({ id, label, isSeen }) => ({ to: isSeen ? `/prospects/${id}` : "/prospects", notice: "prospects.saved", values: { number: label } }),
  values: (prospect) => prospect,
});

export const followUp = formAction({
  event: "prospect.followed_up",
  form: followUpForm,
  subject: (scope, { id }) => findProspect(scope, id),
  allow: canFollowUp,
  run: ({ tx, scope, viewer, subject, input, now }) => {
    const by = byOf({ tx, viewer, now }, reachUnder({ account: undefined, contact: undefined, prospect: subject }));
    const change = recordFollowUp(tx, subject, input, by);
    tellOverlapAlong(scope, change, input.saveOverlapAnyway, "nextTime");
    return change;
  },
  next: ({ id, moved }, { milestone }) => ({
    to: milestone === "add_quote" ? `/quotes/new?prospect=${id}` : `/prospects/${id}`,
    notice: milestone === "cancelled" ? "prospects.cancelled" : moved ? "prospects.followed_up_moved" : "prospects.followed_up",
  }),
});

export const assign = formAction({
  event: "prospect.assigned",
  form: prospectOwnerForm,
  subject: (scope, { id }) => findProspect(scope, id),
  allow: canAssignProspect,
  run: ({ tx, scope, viewer, subject, input: { ownerId, takesActivities }, now }) => {
    const given = withSight(giveProspect(tx, subject, ownerId, now), findProspect(scope, subject.id));
    const takes = takesActivities && canAssignActivity(viewer, subject);
    return takes ? { ...given, also: giveOpenWork(tx, { prospectId: subject.id }, { from: subject.ownerId, to: ownerId, now }) } : given;
  },
  next: ({ id, ownerName, isSeen }) => ({ to: isSeen ? `/prospects/${id}` : "/prospects", notice: "prospects.leads.assigned", values: { name: ownerName } }),
});

export const reopen = formAction({
  event: "prospect.reopened",
  form: prospectRef,
  subject: (scope, { id }) => findProspect(scope, id),
  allow: canEditProspect,
  run: ({ tx, viewer, subject, now }) => reopenProspect(tx, subject, { userId: actorOf(viewer).actorId, now, zone: viewer.zone }),
  next: ({ id }) => ({ to: `/prospects/${id}`, notice: "prospects.reopened" }),
});

export const convert = formAction({
  event: "prospect.converted",
  form: prospectRef,
  subject: (scope, { id }) => findProspect(scope, id),
  allow: canConvertProspect,
  run: ({ tx, scope, viewer, subject, now }) => {
    const change = convertProspect(tx, subject, { userId: memberId(viewer), now, zone: viewer.zone });
    return withSight(change, findAccount(scope, change.accountId ?? 0));
  },
  next: ({ id, accountId, madeOf, isSeen }) => ({
    to: isSeen ? `/accounts/${accountId}` : `/prospects/${id}`,
    notice: "prospects.converted",
    values: { name: madeOf },
  }),
});

export const undoConvert = formAction({
  event: "prospect.conversion_undone",
  form: prospectRef,
  subject: (scope, { id }) => findProspect(scope, id),
  allow: canUndoConversion,
  run: ({ tx, viewer, subject, now }) => undoConversion(tx, subject, { userId: actorOf(viewer).actorId, now, zone: viewer.zone }),
  next: ({ id }) => ({ to: `/prospects/${id}`, notice: "prospects.conversion_undone" }),
});

export const trash = formAction({
  event: "prospect.trashed",
  form: prospectRef,
  subject: (scope, { id }) => findProspect(scope, id),
  allow: canDeleteProspect,
  run: ({ tx, viewer, subject, now }) => trashProspect(tx, subject, { userId: actorOf(viewer).actorId, now, zone: viewer.zone }),
  next: ({ label }) => ({ to: "/prospects", notice: "prospects.deleted", values: { number: label } }),
});
