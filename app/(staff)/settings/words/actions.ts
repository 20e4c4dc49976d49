"use server";

import { current } from "@/lib/i18n/current";
import { canConfigure } from "@/lib/settings/policy";
import { findCompany } from "@/lib/settings/queries";
import { changeWords, wordsForm } from "@/lib/settings/words";
import { formAction } from "@/lib/web/form-action";

export const change = formAction({
  event: "company.words_changed",
  form: wordsForm,
  subject: findCompany,
  allow: canConfigure,
  run: ({ tx, input, now }) => changeWords(tx, input, current().locale, now),
  next: ({ after }) => ({ to: "/settings/words?group=own", notice: "settings.words_saved", values: { count: Object.keys(after ?? {}).length } }),
});
