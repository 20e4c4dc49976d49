"use server";

import { taxForm, taxOfferForm } from "@/lib/settings/forms";
import { canConfigure } from "@/lib/settings/policy";
import { findTax } from "@/lib/settings/queries";
import { offerTax, saveTax } from "@/lib/settings/taxes";
import { typedFormat } from "@/lib/web/field-errors";
import { formAction } from "@/lib/web/form-action";

export const save = formAction({
  event: "tax.saved",
  form: () => taxForm(typedFormat()),
  subject: (scope, { id }) => (id === null ? "new" : findTax(scope, id)),
  allow: canConfigure,
  run: ({ tx, subject, input }) => saveTax(tx, subject === "new" ? null : subject, input),
  next: () => ({ to: "/settings/taxes", notice: "settings.saved" }),
});

export const offer = formAction({
  event: "tax.offered",
  form: taxOfferForm,
  subject: (scope, { id }) => findTax(scope, id),
  allow: canConfigure,
  run: ({ tx, subject, input }) => offerTax(tx, subject, input.isActive === "yes"),
  next: () => ({ to: "/settings/taxes", notice: "settings.saved" }),
});
