"use server";

import { t } from "@/lib/i18n/words";
import { settleStep } from "@/lib/setup/commands";
import { settleForm } from "@/lib/setup/forms";
import { canSetUp } from "@/lib/setup/policy";
import { startPath } from "@/lib/setup/rules";
import { formAction } from "@/lib/web/form-action";

export const settle = formAction({
  event: "company.step_settled",
  form: settleForm,
  subject: (scope) => scope.viewer,
  allow: canSetUp,
  run: ({ input }) => settleStep(input.step),
  next: (_change, { step }) => ({ to: startPath, notice: "setup.settled", values: { step: t(`setup.steps.${step}.name`) } }),
});
