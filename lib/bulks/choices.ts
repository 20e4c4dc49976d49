import type { Scope } from "@/lib/access/scope";
import { ownersFor } from "@/lib/accounts/choices";
import { type TaxOption, taxOptions } from "@/lib/catalog/queries";
import type { BulkList } from "@/lib/lists/policy";
import { listTaxes, originOptions, ownerOptions, pickOptions } from "@/lib/settings/queries";
import { mayChangeField, takesTurns } from "./policy";
import { type BulkField, targets } from "./targets";

export type BulkChoice = { field: BulkField; options: ReturnType<typeof ownersFor>; mayEmpty: boolean };

type Offer = { choices: BulkChoice[]; sharers: BulkChoice["options"]; hasTags: boolean; isWork: boolean; isItems: boolean };

/** What this viewer may change in many records of a list, and to what. */
export function bulkChoices(scope: Scope, list: BulkList): Offer {
  const { fields, hasTags, isOfGroups, isWork, isItems } = targets[list];
  const offered = fields.filter((field) => mayChangeField(scope.viewer, list, field));
  return {
    choices: offered.map((field) => ({ field, options: optionsOf(scope, field, isOfGroups), mayEmpty: mayBeEmptied(field, isOfGroups) })),
    sharers: takesTurns(list) && mayChangeField(scope.viewer, list, "owner") ? ownerOptions(scope) : [],
    hasTags: hasTags === true && mayChangeField(scope.viewer, list, "tags"),
    isWork: isWork === true && mayChangeField(scope.viewer, list, "work"),
    isItems: isItems === true && mayChangeField(scope.viewer, list, "item"),
  };
}

function mayBeEmptied(field: BulkField, isOfGroups?: true): boolean {
  if (field === "addTax" || field === "removeTax") return false;
  return field !== "owner" || isOfGroups === true;
}

const taxesOf = (taxes: TaxOption[]) => taxes.map(({ id, name }) => ({ value: id, label: name }));

function optionsOf(scope: Scope, field: BulkField, isOfGroups?: true): BulkChoice["options"] {
  switch (field) {
    case "owner":
      return isOfGroups ? ownersFor(scope) : ownerOptions(scope);
    case "origin":
      return originOptions(scope);
    case "category":
      return pickOptions(scope, "account_category");
    case "industry":
      return pickOptions(scope, "industry");
    case "interest":
      return pickOptions(scope, "interest_level");
    case "channel":
      return pickOptions(scope, "contact_channel");
    case "addTax":
      return taxesOf(taxOptions(scope));
    case "removeTax":
      return taxesOf(listTaxes(scope));
    default:
      return field satisfies never;
  }
}
