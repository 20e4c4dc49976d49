"use server";

import { z } from "zod";
import { emptyTrash as emptyFilesTrash } from "@/lib/attachments/commands";
import { actorOf } from "@/lib/events/record";
import { changeCountry, countryForm } from "@/lib/settings/country";
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
  values: (company) => ({ ...company, allowsLooseContacts: !company.contactsNeedAccount }),
});

export const move = formAction({
  event: "company.country_changed",
  form: countryForm,
  subject: findCompany,
  allow: canConfigure,
  run: ({ tx, input, now, today }) => changeCountry(tx, input, { now, today }),
  next: () => ({ to: "/settings/company#country", notice: "settings.saved" }),
});

export const emptyTrash = formAction({
  event: "attachment.trash_emptied",
  form: z.object({}),
  subject: findCompany,
  allow: canConfigure,
  run: ({ tx, viewer, now }) => emptyFilesTrash(tx, { userId: actorOf(viewer).actorId, now }),
  next: () => ({ to: "/settings/company#archivos", notice: "attachments.trash_emptied" }),
});
