"use server";

import { switchableModules } from "@/db/vocabulary";
import { switchModules } from "@/lib/modules/commands";
import { modulesForm, ticksOf } from "@/lib/modules/forms";
import { canSwitchModules } from "@/lib/modules/policy";
import { findCompany } from "@/lib/settings/queries";
import { formAction } from "@/lib/web/form-action";

export const change = formAction({
  event: "company.modules_switched",
  form: modulesForm,
  subject: findCompany,
  allow: canSwitchModules,
  run: ({ tx, input, now }) =>
    switchModules(
      tx,
      switchableModules.filter((module) => input[module]),
      now,
    ),
  next: () => ({ to: "/settings/modules", notice: "modules.saved" }),
  values: ({ offModules }) => ticksOf(offModules),
});
