"use server";

import { withoutHidden } from "@/lib/access/hidden";
import type { Scope } from "@/lib/access/scope";
import { findAccount } from "@/lib/accounts/queries";
import { pointsOfContact } from "@/lib/contact-points/queries";
import { createContact, editContact, trashContact } from "@/lib/contacts/commands";
import { contactEditForm, contactForm, contactRef } from "@/lib/contacts/forms";
import { canAssignContact, canCreateContact, canDeleteContact, canEditContact } from "@/lib/contacts/policy";
import { findContact, tagsOfContact } from "@/lib/contacts/queries";
import { fullName } from "@/lib/contacts/rules";
import { actorOf } from "@/lib/events/record";
import { formAction } from "@/lib/web/form-action";
import { withSight } from "@/lib/web/sight";

export const create = formAction({
  event: "contact.created",
  form: contactForm,
  subject: (scope, { accountId }) => whereTo(scope, accountId),
  allow: (viewer, { account }) => canCreateContact(viewer, account ?? undefined),
  run: ({ tx, scope, viewer, input, now }) => {
    const userId = actorOf(viewer).actorId;
    const typed = withoutHidden(viewer, input);
    const change = createContact(tx, canAssignContact(viewer) ? typed : { ...typed, ownerId: userId, ownerGroupId: null }, { userId, now });
    return withSight(change, findContact(scope, change.id));
  },
  next: ({ id, isSeen }, input) => ({ to: isSeen ? `/contacts/${id}` : "/contacts", notice: "contacts.created", values: { name: fullName(input) } }),
});

export const edit = formAction({
  event: "contact.edited",
  form: contactEditForm,
  subject: (scope, { id }) => findContact(scope, id),
  allow: canEditContact,
  run: ({ tx, scope, viewer, subject, input: { id: _id, ...typed }, now }) => {
    const input = withoutHidden(viewer, typed);
    const { ownerId, ownerGroupId } = subject;
    const by = { userId: actorOf(viewer).actorId, now };
    const change = editContact(tx, subject, canAssignContact(viewer, subject) ? input : { ...input, ownerId, ownerGroupId }, by);
    return withSight(change, findContact(scope, subject.id));
  },
  next: ({ id, isSeen }, input) => ({ to: isSeen ? `/contacts/${id}` : "/contacts", notice: "contacts.saved", values: { name: fullName(input) } }),
  values: (contact, scope) => ({
    ...contact,
    tags: tagsOfContact(scope, contact.id).map(({ name }) => name),
    points: pointsOfContact(scope, contact.id),
  }),
});

export const trash = formAction({
  event: "contact.trashed",
  form: contactRef,
  subject: (scope, { id }) => findContact(scope, id),
  allow: canDeleteContact,
  run: ({ tx, subject, viewer, now }) => trashContact(tx, subject, { userId: actorOf(viewer).actorId, now }),
  next: ({ before }) => ({ to: "/contacts", notice: "contacts.deleted", values: { name: fullName(before as { givenName: string; familyName: string }) } }),
});

/** The account a new contact works in; null for one of their own. */
function whereTo(scope: Scope, accountId: number | null) {
  const account = accountId === null ? null : findAccount(scope, accountId);
  return account === undefined ? undefined : { account };
}
