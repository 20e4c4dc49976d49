"use server";

import { activateUser, createUser, deactivateUser, editUser, inviteUser } from "@/lib/users/commands";
import { userEditForm, userForm, userRef } from "@/lib/users/forms";
import { canCreateUser, canEditUser } from "@/lib/users/policy";
import { findUser, rightsOf, standingOf } from "@/lib/users/queries";
import { formAction } from "@/lib/web/form-action";
import { linkAction } from "@/lib/web/link-action";

const users = "/settings/users";

export const create = formAction({
  event: "user.created",
  form: userForm,
  subject: (scope) => scope.viewer,
  allow: canCreateUser,
  run: ({ tx, scope, viewer, input, now }) => createUser(tx, input, { viewer, standing: standingOf(scope), wanted: rightsOf(scope, input), now }),
  next: ({ id }, { name }) => ({ to: `${users}/${id}`, notice: "users.created", values: { name } }),
});

export const edit = formAction({
  event: "user.edited",
  form: userEditForm,
  subject: (scope, { id }) => findUser(scope, id),
  allow: canEditUser,
  run: ({ tx, scope, viewer, subject, input, now }) =>
    editUser(tx, subject, input, { viewer, standing: subject.standing, wanted: rightsOf(scope, input), now }),
  next: ({ id }, { name }) => ({ to: `${users}/${id}`, notice: "users.saved", values: { name } }),
  values: (user) => user,
});

export const deactivate = formAction({
  event: "user.deactivated",
  form: userRef,
  subject: (scope, { id }) => findUser(scope, id),
  allow: canEditUser,
  run: ({ tx, viewer, subject, now }) => deactivateUser(tx, subject, { viewer, now }),
  next: ({ id, after }) => ({ to: `${users}/${id}`, notice: "users.deactivated", values: { name: String(after?.name) } }),
});

export const activate = formAction({
  event: "user.activated",
  form: userRef,
  subject: (scope, { id }) => findUser(scope, id),
  allow: canEditUser,
  run: ({ tx, subject, now }) => activateUser(tx, subject, now),
  next: ({ id, after }) => ({ to: `${users}/${id}`, notice: "users.activated", values: { name: String(after?.name) } }),
});

export const invite = linkAction({
  event: "user.invited",
  form: userRef,
  subject: (scope, { id }) => findUser(scope, id),
  allow: canEditUser,
  run: ({ tx, subject, now }) => inviteUser(tx, subject, now),
  to: ({ id }) => `${users}/${id}`,
});
