import { page } from "@/app/frame";
import { CatalogList } from "@/components/catalog/catalog-list";
import { catalogColumns } from "@/lib/catalog/columns";
import { catalogFilters } from "@/lib/catalog/filters";
import { canCreateCatalogItem } from "@/lib/catalog/policy";
import { countCatalog, listCatalog } from "@/lib/catalog/queries";
import { askedOf, listFrame } from "@/lib/lists/queries";
import { isCutShort, isNarrowed } from "@/lib/search/find";
import { findCompany } from "@/lib/settings/queries";

export default page("/catalog", (scope, { query }) => {
  const filters = catalogFilters.parse(askedOf(scope, "catalog", query));
  const { shown, tools } = listFrame(scope, "catalog", filters, catalogColumns);
  return (
    <CatalogList
      page={listCatalog(scope, filters)}
      {...{ filters, tools, columns: shown, picking: query.pick === "1" && tools.mayChange }}
      count={countCatalog(scope, filters)}
      isCut={isCutShort(scope, "catalog_item", filters.q, { isWhole: isNarrowed(filters) })}
      currency={findCompany(scope).currency}
      mayCreate={canCreateCatalogItem(scope.viewer)}
    />
  );
});
