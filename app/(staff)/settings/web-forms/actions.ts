"use server";

import { formAction } from "@/lib/web/form-action";
import { createWebForm, editWebForm, retireWebForm } from "@/lib/web-forms/commands";
import { webFormEditForm, webFormForm, webFormUseForm } from "@/lib/web-forms/forms";
import { canConfigureWebForms } from "@/lib/web-forms/policy";
import { findWebForm } from "@/lib/web-forms/queries";
import { webFormValues } from "@/lib/web-forms/values";

const to = "/settings/web-forms";

export const create = formAction({
  event: "web_form.created",
  form: webFormForm,
  subject: (scope) => scope.viewer,
  allow: canConfigureWebForms,
  run: ({ tx, input, now }) => createWebForm(tx, input, now),
  next: ({ id }, { name }) => ({ to: `${to}/${id}`, notice: "web_forms.created", values: { name } }),
});

export const edit = formAction({
  event: "web_form.edited",
  form: webFormEditForm,
  subject: (scope, { id }) => findWebForm(scope, id),
  allow: canConfigureWebForms,
  run: ({ tx, subject, input, now }) => editWebForm(tx, subject, input, now),
  next: ({ id }, { name }) => ({ to: `${to}/${id}`, notice: "web_forms.saved", values: { name } }),
  values: webFormValues,
});

export const retire = formAction({
  event: "web_form.retired",
  form: webFormUseForm,
  subject: (scope, { id }) => findWebForm(scope, id),
  allow: canConfigureWebForms,
  run: ({ tx, subject, input, now }) => retireWebForm(tx, subject, input.use === "no", now),
  next: ({ after }, { use }) => ({ to, notice: use === "yes" ? "web_forms.restored" : "web_forms.retired", values: { name: String(after?.name) } }),
});
