import { page } from "@/app/frame";
import { CatalogItemPage } from "@/components/catalog/item-page";
import { RecordFiles } from "@/components/files/record-files";
import { canEditCatalogItem } from "@/lib/catalog/policy";
import { findCatalogItem } from "@/lib/catalog/queries";
import { findCompany } from "@/lib/settings/queries";
import { recordFiles } from "@/lib/web/attachments";
import { missing } from "@/lib/web/page";
import { remove, restore } from "../../files/actions";

export default page("/catalog/[id]", (scope, { params, query }) => {
  const item = findCatalogItem(scope, params.id!);
  if (!item) return missing;
  return (
    <CatalogItemPage item={item} currency={findCompany(scope).currency} mayEdit={canEditCatalogItem(scope.viewer)}>
      <RecordFiles {...recordFiles(scope, { kind: "catalog_item", id: item.id }, query)} remove={remove} restore={restore} />
    </CatalogItemPage>
  );
});
