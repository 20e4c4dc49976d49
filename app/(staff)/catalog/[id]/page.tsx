import { page } from "@/app/frame";
import { CatalogItemPage } from "@/components/catalog/item-page";
import { canEditCatalogItem } from "@/lib/catalog/policy";
import { findCatalogItem } from "@/lib/catalog/queries";
import { findCompany } from "@/lib/settings/queries";
import { missing } from "@/lib/web/page";

export default page("/catalog/[id]", (scope, { params }) => {
  const item = findCatalogItem(scope, params.id!);
  if (!item) return missing;
  return <CatalogItemPage item={item} currency={findCompany(scope).currency} mayEdit={canEditCatalogItem(scope.viewer)} />;
});
