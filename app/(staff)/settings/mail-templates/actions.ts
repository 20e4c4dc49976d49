"use server";

import { mailTemplateForm, mailTemplateUseForm } from "@/lib/mail/forms";
import { canConfigureMail } from "@/lib/mail/policy";
import { findMailTemplate } from "@/lib/mail/queries";
import { offerMailTemplate, saveMailTemplate } from "@/lib/mail/templates";
import { formAction } from "@/lib/web/form-action";
import { withInsertedField } from "@/lib/web/insert-field";

const blank = { kind: null, locale: null, name: null, subject: null, text: null, isDefault: false };
const to = "/settings/mail-templates";

export const save = formAction({
  event: "mail_template.saved",
  form: mailTemplateForm,
  subject: (scope, { id }) => (id === null ? { template: undefined, version: 0 } : withVersion(findMailTemplate(scope, id))),
  allow: canConfigureMail,
  run: ({ tx, subject, input, now }) => saveMailTemplate(tx, subject.template, input, now),
  next: () => ({ to, notice: "mails.templates.saved" }),
  values: ({ template }) => ({ ...blank, ...template }),
  assist: (_scope, values, isAsked) => (isAsked ? withInsertedField(values) : undefined),
});

export const offer = formAction({
  event: "mail_template.offered",
  form: mailTemplateUseForm,
  subject: (scope, { id }) => findMailTemplate(scope, id),
  allow: canConfigureMail,
  run: ({ tx, subject, input, now }) => offerMailTemplate(tx, subject, input.use === "yes", now),
  next: () => ({ to, notice: "mails.templates.offered" }),
});

function withVersion(template: ReturnType<typeof findMailTemplate>) {
  return template && { template, version: template.version };
}
