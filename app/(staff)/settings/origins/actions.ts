"use server";

import { createOrigin, offerOrigin, renameOrigin } from "@/lib/origins/commands";
import { originEditForm, originForm, originUseForm } from "@/lib/origins/forms";
import { canConfigureOrigins } from "@/lib/origins/policy";
import { findOrigin } from "@/lib/origins/queries";
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
