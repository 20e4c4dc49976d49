import { page } from "@/app/frame";
import { CatalogItemForm } from "@/components/catalog/item-form";
import { canSeeCost } from "@/lib/catalog/policy";
import { findCatalogItem, taxOptions } from "@/lib/catalog/queries";
import { findCompany } from "@/lib/settings/queries";
import { missing } from "@/lib/web/page";
import { edit } from "../../actions";

export default page("/catalog/[id]/edit", (scope, { params }) => {
  const item = findCatalogItem(scope, params.id!);
  if (!item) return missing;
  const kept = item.taxes.map(({ code }) => code);
  return (
    <CatalogItemForm action={edit} item={item} taxes={taxOptions(scope, kept)} currency={findCompany(scope).currency} showsCost={canSeeCost(scope.viewer)} />
  );
});
