"use server";

import { canConfigureScheme } from "@/lib/scheme/policy";
import { createGroup, editGroup } from "@/lib/users/commands";
import { groupEditForm, groupForm } from "@/lib/users/forms";
import { findGroup } from "@/lib/users/queries";
import { formAction } from "@/lib/web/form-action";

export const create = formAction({
  event: "group.created",
  form: groupForm,
  subject: (scope) => scope.viewer,
  allow: canConfigureScheme,
  run: ({ tx, input, now }) => createGroup(tx, input, now),
  next: (_group, { name }) => ({ to: "/settings/roles", notice: "users.group_created", values: { name } }),
});

export const edit = formAction({
  event: "group.edited",
  form: groupEditForm,
  subject: (scope, { id }) => findGroup(scope, id),
  allow: canConfigureScheme,
  run: ({ tx, subject, input, now }) => editGroup(tx, subject, input, now),
  next: (_group, { name }) => ({ to: "/settings/roles", notice: "users.group_saved", values: { name } }),
  values: ({ name, members }) => ({ name, memberIds: members.map(({ id }) => id) }),
});
