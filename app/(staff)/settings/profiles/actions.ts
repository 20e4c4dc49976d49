"use server";

import { presetForm, profileEditForm, profileForm, schemeRef } from "@/lib/scheme/forms";
import { canConfigureScheme } from "@/lib/scheme/policy";
import { applyPreset as applyPresetTo, createProfile, editProfile, removeProfile } from "@/lib/scheme/profile-commands";
import { findProfile } from "@/lib/scheme/queries";
import { formAction } from "@/lib/web/form-action";

const roles = "/settings/roles";

export const create = formAction({
  event: "profile.created",
  form: profileForm,
  subject: (scope) => scope.viewer,
  allow: canConfigureScheme,
  run: ({ tx, input, now }) => createProfile(tx, input, now),
  next: (_profile, { name }) => ({ to: roles, notice: "users.profile_created", values: { name } }),
});

export const edit = formAction({
  event: "profile.edited",
  form: profileEditForm,
  subject: (scope, { id }) => findProfile(scope, id),
  allow: canConfigureScheme,
  run: ({ tx, subject, input, now }) => editProfile(tx, subject, input, now),
  next: (_profile, { name }) => ({ to: roles, notice: "users.profile_saved", values: { name } }),
  values: (profile) => profile,
});

export const remove = formAction({
  event: "profile.removed",
  form: schemeRef,
  subject: (scope, { id }) => findProfile(scope, id),
  allow: canConfigureScheme,
  run: ({ tx, subject }) => removeProfile(tx, subject),
  next: ({ before }) => ({ to: roles, notice: "users.profile_removed", values: { name: String(before?.name) } }),
});

export const applyPreset = formAction({
  event: "scheme.preset_applied",
  form: presetForm,
  subject: (scope) => scope.viewer,
  allow: canConfigureScheme,
  run: ({ tx, input, now }) => applyPresetTo(tx, input.preset, now),
  next: () => ({ to: roles, notice: "users.preset_applied" }),
});
