"use server";

import { actorOf } from "@/lib/events/record";
import { editCompany } from "@/lib/settings/edit-company";
import { companyForm } from "@/lib/settings/forms";
import { canConfigure } from "@/lib/settings/policy";
import { findCompany } from "@/lib/settings/queries";
import { formAction } from "@/lib/web/form-action";

export const edit = formAction({
  event: "company.edited",
  form: companyForm,
  subject: findCompany,
  allow: canConfigure,
  run: ({ tx, viewer, input, now }) => editCompany(tx, input, { userId: actorOf(viewer).actorId, now }),
  next: () => ({ to: "/settings/company", notice: "settings.saved" }),
});
