"use server";

import { roleEditForm, roleForm, schemeRef } from "@/lib/scheme/forms";
import { canConfigureScheme } from "@/lib/scheme/policy";
import { findRole } from "@/lib/scheme/queries";
import { createRole, editRole, removeRole } from "@/lib/scheme/role-commands";
import { formAction } from "@/lib/web/form-action";

const roles = "/settings/roles";

export const create = formAction({
  event: "role.created",
  form: roleForm,
  subject: (scope) => scope.viewer,
  allow: canConfigureScheme,
  run: ({ tx, input, now }) => createRole(tx, input, now),
  next: (_role, { name }) => ({ to: roles, notice: "users.role_created", values: { name } }),
});

export const edit = formAction({
  event: "role.edited",
  form: roleEditForm,
  subject: (scope, { id }) => findRole(scope, id),
  allow: canConfigureScheme,
  run: ({ tx, subject, input, now }) => editRole(tx, subject, input, now),
  next: (_role, { name }) => ({ to: roles, notice: "users.role_saved", values: { name } }),
  values: (role) => role,
});

export const remove = formAction({
  event: "role.removed",
  form: schemeRef,
  subject: (scope, { id }) => findRole(scope, id),
  allow: canConfigureScheme,
  run: ({ tx, subject }) => removeRole(tx, subject),
  next: ({ before }) => ({ to: roles, notice: "users.role_removed", values: { name: String(before?.name) } }),
});
