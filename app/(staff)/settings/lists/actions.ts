"use server";

import type { PickList } from "@/db/vocabulary";
import { actorOf } from "@/lib/events/record";
import { createOption, editOption, mergeOptions, offerOption } from "@/lib/picklists/commands";
import { listAddress } from "@/lib/picklists/filters";
import { optionEditForm, optionForm, optionMergeForm, optionUseForm } from "@/lib/picklists/forms";
import { canConfigureLists } from "@/lib/picklists/policy";
import { findOption, findPair, placeOf } from "@/lib/picklists/queries";
import { formAction } from "@/lib/web/form-action";

export const create = formAction({
  event: "picklist_option.created",
  form: optionForm,
  subject: (scope) => scope.viewer,
  allow: canConfigureLists,
  run: ({ tx, input }) => createOption(tx, input),
  next: (_change, { list, name }) => ({ to: listAddress(list), notice: "settings.option_added", values: { name } }),
});

export const edit = formAction({
  event: "picklist_option.edited",
  form: optionEditForm,
  subject: (scope, { id }) => findOption(scope, id),
  allow: canConfigureLists,
  run: ({ tx, subject, input }) => editOption(tx, subject, input),
  next: ({ after }, { name }) => ({ to: listAddress(after?.list as PickList), notice: "settings.option_saved", values: { name } }),
  values: (option, scope) => ({ ...option, place: placeOf(scope, option) }),
});

export const offer = formAction({
  event: "picklist_option.edited",
  form: optionUseForm,
  subject: (scope, { id }) => findOption(scope, id),
  allow: canConfigureLists,
  run: ({ tx, subject, input }) => offerOption(tx, subject, input.use === "yes"),
  next: ({ after }, { use }) => ({
    to: listAddress(after?.list as PickList),
    notice: use === "yes" ? "settings.option_restored" : "settings.option_retired",
    values: { name: String(after?.name) },
  }),
});

export const merge = formAction({
  event: "picklist_option.merged",
  form: optionMergeForm,
  subject: findPair,
  allow: canConfigureLists,
  run: ({ tx, viewer, subject, now }) => mergeOptions(tx, subject, { userId: actorOf(viewer).actorId, now }),
  next: ({ after }) => ({ to: listAddress(after?.list as PickList), notice: "settings.options_merged", values: { name: String(after?.name) } }),
});
