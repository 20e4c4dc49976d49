"use server";

import { memberId } from "@/lib/access/member";
import { handoverForm } from "@/lib/bulks/forms";
import { handOver as handOverAll } from "@/lib/bulks/handover";
import { countHeld } from "@/lib/bulks/held";
import { canHandOver } from "@/lib/bulks/policy";
import { activateUser, createUser, deactivateUser, editUser, endSessions } from "@/lib/users/commands";
import { userEditForm, userForm, userRef } from "@/lib/users/forms";
import { cancelInvitation, inviteUser, mailInvitation } from "@/lib/users/invitation";
import { canCreateUser, canEditUser, mayHoldLink } from "@/lib/users/policy";
import { findUser, rightsOf, standingOf } from "@/lib/users/queries";
import { formAction } from "@/lib/web/form-action";
import { linkAction } from "@/lib/web/link-action";
import { passwordAddress } from "@/lib/web/password-address";

const users = "/settings/users";

export const create = formAction({
  event: "user.created",
  form: userForm,
  subject: (scope) => scope.viewer,
  allow: canCreateUser,
  run: ({ tx, scope, viewer, input, now }) => {
    const made = createUser(tx, input, { viewer, standing: standingOf(scope), wanted: rightsOf(scope, input), now });
    if (!input.sendsInvitation) return made;
    return { ...made, also: [{ name: "user.mailed", change: mailInvitation(tx, made, { sentBy: memberId(viewer), addressOf: passwordAddress, now }) }] };
  },
  next: ({ id, also }, { name }) => ({ to: `${users}/${id}`, notice: also ? "users.mailed" : "users.created", values: { name } }),
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

export const endAll = formAction({
  event: "user.sessions_ended",
  form: userRef,
  subject: (scope, { id }) => findUser(scope, id),
  allow: canEditUser,
  run: ({ tx, viewer, subject }) => endSessions(tx, subject, { viewer }),
  next: ({ id, after }) => ({ to: `${users}/${id}`, notice: "users.their_sessions_ended", values: { name: String(after?.name) } }),
});

export const activate = formAction({
  event: "user.activated",
  form: userRef,
  subject: (scope, { id }) => findUser(scope, id),
  allow: canEditUser,
  run: ({ tx, subject, now }) => activateUser(tx, subject, now),
  next: ({ id, after }) => ({ to: `${users}/${id}`, notice: "users.activated", values: { name: String(after?.name) } }),
});

export const mail = formAction({
  event: "user.mailed",
  form: userRef,
  subject: (scope, { id }) => findUser(scope, id),
  allow: canEditUser,
  run: ({ tx, viewer, subject, now }) => mailInvitation(tx, subject, { sentBy: memberId(viewer), addressOf: passwordAddress, now }),
  next: ({ after }) => ({ to: users, notice: "users.mailed", values: { name: String(after?.name) } }),
});

export const uninvite = formAction({
  event: "user.uninvited",
  form: userRef,
  subject: (scope, { id }) => findUser(scope, id),
  allow: canEditUser,
  run: ({ tx, subject }) => cancelInvitation(tx, subject),
  next: ({ after }) => ({ to: users, notice: "users.uninvited", values: { name: String(after?.name) } }),
});

export const handOver = formAction({
  event: "user.handed_over",
  form: handoverForm,
  subject: (scope, { id }) => findUser(scope, id),
  allow: canHandOver,
  run: ({ tx, scope, viewer, subject, input, now }) => handOverAll(tx, subject, input, { viewer, held: countHeld(scope, subject.id), now }),
  next: ({ after }) => ({ to: `/bulks/${after?.bulkId}`, notice: "users.handing_over" }),
});

export const invite = linkAction({
  event: "user.invited",
  form: userRef,
  subject: (scope, { id }) => findUser(scope, id),
  allow: mayHoldLink,
  run: ({ tx, viewer, subject, now }) => inviteUser(tx, subject, { viewer, now }),
  address: passwordAddress,
  to: ({ id }) => `${users}/${id}`,
});
