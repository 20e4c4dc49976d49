import { page } from "@/app/frame";
import { ImportList } from "@/components/imports/import-list";
import { importFilters } from "@/lib/imports/filters";
import { canUploadImport } from "@/lib/imports/policy";
import { listImports } from "@/lib/imports/queries";

export default page("/imports", (scope, { query }) => {
  const filters = importFilters.parse(query);
  return <ImportList page={listImports(scope, filters)} filters={filters} mayUpload={canUploadImport(scope.viewer)} />;
});
