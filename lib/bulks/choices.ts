import type { Scope } from "@/lib/access/scope";
import type { BulkList } from "@/lib/lists/policy";
import { type Option, originOptions, ownerOptions, pickOptions } from "@/lib/settings/queries";
import { mayChangeField } from "./policy";
import { type BulkField, targets } from "./targets";

export type BulkChoice = { field: BulkField; options: Option[]; mayEmpty: boolean };

/** What this viewer may change in many records of a list, and to what. */
export function bulkChoices(scope: Scope, list: BulkList): { choices: BulkChoice[]; hasTags: boolean } {
  const { fields, hasTags } = targets[list];
  const offered = fields.filter((field) => mayChangeField(scope.viewer, list, field));
  return {
    choices: offered.map((field) => ({ field, options: optionsOf(scope, field), mayEmpty: field !== "owner" || list !== "prospects" })),
    hasTags: hasTags && mayChangeField(scope.viewer, list, "tags"),
  };
}

function optionsOf(scope: Scope, field: BulkField): Option[] {
  switch (field) {
    case "owner":
      return ownerOptions(scope);
    case "origin":
      return originOptions(scope);
    case "category":
      return pickOptions(scope, "account_category");
    case "industry":
      return pickOptions(scope, "industry");
    case "channel":
      return pickOptions(scope, "contact_channel");
    default:
      return field satisfies never;
  }
}
