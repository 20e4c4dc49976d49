"use server";

import { applyImport, mapImport } from "@/lib/imports/commands";
import { importRef, mappingForm } from "@/lib/imports/forms";
import { canApplyImport, canMapImport } from "@/lib/imports/policy";
import { findImport } from "@/lib/imports/queries";
import { formAction } from "@/lib/web/form-action";

export const map = formAction({
  event: "import.mapped",
  form: mappingForm,
  subject: (scope, { id }) => findImport(scope, id),
  allow: canMapImport,
  run: ({ tx, subject, input, now }) => mapImport(tx, subject, input, now),
  next: ({ id }) => ({ to: `/imports/${id}`, notice: "imports.mapped" }),
});

export const apply = formAction({
  event: "import.applied",
  form: importRef,
  subject: (scope, { id }) => findImport(scope, id),
  allow: canApplyImport,
  run: ({ tx, subject, now }) => applyImport(tx, subject, now),
  next: ({ id }) => ({ to: `/imports/${id}`, notice: "imports.applying" }),
});
