"use server";

import { changeRequired } from "@/lib/required/commands";
import { requiredForm } from "@/lib/required/forms";
import { modulesShown } from "@/lib/required/policy";
import { canConfigure } from "@/lib/settings/policy";
import { findCompany } from "@/lib/settings/queries";
import { formAction } from "@/lib/web/form-action";

export const change = formAction({
  event: "company.required_changed",
  form: requiredForm,
  subject: findCompany,
  allow: canConfigure,
  run: ({ tx, viewer, input, now }) => changeRequired(tx, input, { shown: modulesShown(viewer), now }),
  next: () => ({ to: "/settings/required", notice: "required.saved" }),
  values: ({ requiredFields }) => ({ requiredFields }),
});
