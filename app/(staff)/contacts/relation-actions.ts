"use server";

import type { Scope } from "@/lib/access/scope";
import { findAccount } from "@/lib/accounts/queries";
import { addRelation, editRelation, removeRelation } from "@/lib/contacts/commands";
import { relationEditForm, relationForm, relationRef } from "@/lib/contacts/forms";
import { canAddRelation, canEditRelation, canRelate } from "@/lib/contacts/policy";
import { findContact } from "@/lib/contacts/queries";
import { findRelation } from "@/lib/contacts/relations";
import { actorOf, type Change } from "@/lib/events/record";
import { formAction } from "@/lib/web/form-action";

export const relate = formAction({
  event: "relation.added",
  form: relationForm,
  subject: (scope, { accountId, contactId }) => bothEnds(scope, accountId, contactId),
  allow: canAddRelation,
  run: ({ tx, viewer, subject, input, now }) => addRelation(tx, subject, input, { userId: actorOf(viewer).actorId, now }),
  next: (change, { from }) => ({ to: from === "contact" ? `/contacts/${change.id}` : `/accounts/${change.accountId}`, ...said("contacts.related", change) }),
});

export const edit = formAction({
  event: "relation.edited",
  form: relationEditForm,
  subject: (scope, { id }) => findRelation(scope, id),
  allow: canEditRelation,
  run: ({ tx, viewer, subject, input, now }) => editRelation(tx, subject, input, { userId: actorOf(viewer).actorId, now }),
  next: (change) => ({ to: `/contacts/${change.id}`, ...said("contacts.relation_saved", change) }),
  values: (relation) => relation,
});

export const remove = formAction({
  event: "relation.removed",
  form: relationRef,
  subject: (scope, { id }) => findRelation(scope, id),
  allow: canRelate,
  run: ({ tx, subject }) => removeRelation(tx, subject),
  next: (change) => ({ to: `/contacts/${change.id}`, ...said("contacts.unrelated", change) }),
});

/** The account, and the contact when one was picked: null stands for a new one. */
function bothEnds(scope: Scope, accountId: number, contactId: number | null) {
  const account = findAccount(scope, accountId);
  const contact = contactId === null ? null : findContact(scope, contactId);
  return account && contact !== undefined ? { account, contact } : undefined;
}

function said(notice: string, { before, after }: Change) {
  const { contactName, accountName } = { ...before, ...after };
  return { notice, values: { name: String(contactName), account: String(accountName) } };
}
