"use server";

import { actorOf } from "@/lib/events/record";
import { createOrigin, mergeOrigins, offerOrigin, renameOrigin } from "@/lib/origins/commands";
import { originEditForm, originForm, originMergeForm, originUseForm } from "@/lib/origins/forms";
import { canConfigureOrigins } from "@/lib/origins/policy";
import { findOrigin, findOriginPair } from "@/lib/origins/queries";
import { formAction } from "@/lib/web/form-action";

const to = "/settings/origins";

export const create = formAction({
  event: "origin.created",
  form: originForm,
  subject: (scope) => scope.viewer,
  allow: canConfigureOrigins,
  run: ({ tx, input, now }) => createOrigin(tx, input, now),
  next: (_change, { name }) => ({ to, notice: "origins.created", values: { name } }),
});

export const rename = formAction({
  event: "origin.edited",
  form: originEditForm,
  subject: (scope, { id }) => findOrigin(scope, id),
  allow: canConfigureOrigins,
  run: ({ tx, subject, input, now }) => renameOrigin(tx, subject, input.name, now),
  next: (_change, { name }) => ({ to, notice: "origins.saved", values: { name } }),
  values: ({ name }) => ({ name }),
});

export const offer = formAction({
  event: "origin.edited",
  form: originUseForm,
  subject: (scope, { id }) => findOrigin(scope, id),
  allow: canConfigureOrigins,
  run: ({ tx, subject, input, now }) => offerOrigin(tx, subject, input.use === "yes", now),
  next: ({ after }, { use }) => ({ to, notice: use === "yes" ? "origins.restored" : "origins.retired", values: { name: String(after?.name) } }),
});

export const merge = formAction({
  event: "origin.merged",
  form: originMergeForm,
  subject: findOriginPair,
  allow: canConfigureOrigins,
  run: ({ tx, viewer, subject, now }) => mergeOrigins(tx, subject, { userId: actorOf(viewer).actorId, now }),
  next: ({ after }) => ({ to, notice: "settings.options_merged", values: { name: String(after?.name) } }),
});
