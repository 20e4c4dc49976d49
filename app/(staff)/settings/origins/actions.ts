"use server";

import { actorOf } from "@/lib/events/record";
import { createOrigin, editOrigin, mergeOrigins, offerOrigin } from "@/lib/origins/commands";
import { originEditForm, originForm, originMergeForm, originUseForm } from "@/lib/origins/forms";
import { canConfigureOrigins } from "@/lib/origins/policy";
import { findOrigin, findOriginPair, placeOfOrigin } from "@/lib/origins/queries";
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

export const edit = formAction({
  event: "origin.edited",
  form: originEditForm,
  subject: (scope, { id }) => findOrigin(scope, id),
  allow: canConfigureOrigins,
  run: ({ tx, subject, input, now }) => editOrigin(tx, subject, input, now),
  next: (_change, { name }) => ({ to, notice: "origins.saved", values: { name } }),
  values: (origin, scope) => ({ ...origin, place: placeOfOrigin(scope, origin) }),
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
