import { page } from "@/app/frame";
import { CatalogList } from "@/components/catalog/catalog-list";
import { catalogFilters } from "@/lib/catalog/filters";
import { canCreateCatalogItem } from "@/lib/catalog/policy";
import { countCatalog, listCatalog } from "@/lib/catalog/queries";
import { findCompany } from "@/lib/settings/queries";

export default page("/catalog", (scope, { query }) => {
  const filters = catalogFilters.parse(query);
  return (
    <CatalogList
      page={listCatalog(scope, filters)}
      filters={filters}
      count={countCatalog(scope, filters)}
      currency={findCompany(scope).currency}
      mayCreate={canCreateCatalogItem(scope.viewer)}
    />
  );
});
