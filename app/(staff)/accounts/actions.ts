"use server";

import { withoutHidden } from "@/lib/access/hidden";
import { giveAccount } from "@/lib/accounts/change-fields";
import { createAccount, editAccount, trashAccount } from "@/lib/accounts/commands";
import { refuseDuplicate } from "@/lib/accounts/duplicates";
import { accountEditForm, accountForm, accountOwnerForm, accountRef, shareForm } from "@/lib/accounts/forms";
import { savedAccount } from "@/lib/accounts/notices";
import { canAssignAccount, canCreateAccount, canDeleteAccount, canEditAccount } from "@/lib/accounts/policy";
import { findAccount, tagsOfAccount } from "@/lib/accounts/queries";
import { shareAccount, unshareAccount } from "@/lib/accounts/shares";
import { giveOpenWork } from "@/lib/activities/give-along";
import { canAssignActivity } from "@/lib/activities/policy";
import { addressesOfAccount } from "@/lib/addresses/queries";
import { pointsOfAccount } from "@/lib/contact-points/queries";
import { actorOf } from "@/lib/events/record";
import { formAction } from "@/lib/web/form-action";
import { withSight } from "@/lib/web/sight";

export const create = formAction({
  event: "account.created",
  form: accountForm,
  subject: (scope) => scope.viewer,
  allow: canCreateAccount,
  run: ({ tx, scope, viewer, input, now }) => {
    const userId = actorOf(viewer).actorId;
    const typed = withoutHidden(viewer, input);
    const change = createAccount(tx, canAssignAccount(viewer) ? typed : { ...typed, ownerId: userId, ownerGroupId: null }, { userId, now });
    // Last, so that whoever is asked this was already asked of the identification.
    if (!input.saveDuplicateAnyway) refuseDuplicate(tx, scope, change.id);
    return withSight(change, findAccount(scope, change.id));
  },
  next: (change) => savedAccount(change, "accounts.created"),
});

export const edit = formAction({
  event: "account.edited",
  form: accountEditForm,
  subject: (scope, { id }) => findAccount(scope, id),
  allow: canEditAccount,
  run: ({ tx, scope, viewer, subject, input: { id: _id, ...typed }, now }) => {
    const input = withoutHidden(viewer, typed);
    const { ownerId, ownerGroupId } = subject;
    const by = { userId: actorOf(viewer).actorId, now };
    const change = editAccount(tx, subject, canAssignAccount(viewer, subject) ? input : { ...input, ownerId, ownerGroupId }, by);
    return withSight(change, findAccount(scope, subject.id));
  },
  next: (change) => savedAccount(change, "accounts.saved"),
  values: (account, scope) => ({
    ...account,
    tags: tagsOfAccount(scope, account.id),
    points: pointsOfAccount(scope, account.id),
    addresses: addressesOfAccount(scope, account.id),
  }),
});

export const assign = formAction({
  event: "account.assigned",
  form: accountOwnerForm,
  subject: (scope, { id }) => findAccount(scope, id),
  allow: canAssignAccount,
  run: ({ tx, scope, viewer, subject, input: { ownerId, ownerGroupId, takesActivities }, now }) => {
    const given = withSight(giveAccount(tx, subject, { ownerId, ownerGroupId }, now), findAccount(scope, subject.id));
    const takes = takesActivities && subject.ownerId !== null && ownerId !== null && canAssignActivity(viewer, subject);
    return takes ? { ...given, also: giveOpenWork(tx, { accountId: subject.id }, { from: subject.ownerId!, to: ownerId, now }) } : given;
  },
  next: ({ id, after, isSeen }) => ({ to: isSeen ? `/accounts/${id}` : "/accounts", notice: "accounts.leads.assigned", values: { name: String(after?.name) } }),
});

export const share = formAction({
  event: "account.shared",
  form: shareForm,
  subject: (scope, { id }) => findAccount(scope, id),
  allow: canAssignAccount,
  run: ({ tx, subject, input }) => shareAccount(tx, subject, input.groupId),
  next: ({ id, name }) => ({ to: `/accounts/${id}/owner`, notice: "accounts.leads.shared", values: { name } }),
});

export const unshare = formAction({
  event: "account.unshared",
  form: shareForm,
  subject: (scope, { id }) => findAccount(scope, id),
  allow: canAssignAccount,
  run: ({ tx, scope, subject, input }) => withSight(unshareAccount(tx, subject, input.groupId), findAccount(scope, subject.id)),
  next: ({ id, name, isSeen }) => ({ to: isSeen ? `/accounts/${id}/owner` : "/accounts", notice: "accounts.leads.unshared", values: { name } }),
});

export const trash = formAction({
  event: "account.trashed",
  form: accountRef,
  subject: (scope, { id }) => findAccount(scope, id),
  allow: canDeleteAccount,
  run: ({ tx, subject, viewer, now }) => trashAccount(tx, subject, { userId: actorOf(viewer).actorId, now }),
  next: ({ before }) => ({ to: "/accounts", notice: "accounts.deleted", values: { name: String(before?.name) } }),
});
