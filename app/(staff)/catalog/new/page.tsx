import { page } from "@/app/frame";
import { CatalogItemForm } from "@/components/catalog/item-form";
import { canSeeCost } from "@/lib/catalog/policy";
import { taxOptions } from "@/lib/catalog/queries";
import { findCompany } from "@/lib/settings/queries";
import { create } from "../actions";

export default page("/catalog/new", (scope) => (
  <CatalogItemForm action={create} taxes={taxOptions(scope)} currency={findCompany(scope).currency} showsCost={canSeeCost(scope.viewer)} />
));
