import { page } from "@/app/frame";
import { ExportForm } from "@/components/lists/export-form";
import { scopeAs } from "@/lib/access/list-scope";
import { listAsked } from "@/lib/exports/address";
import { lists } from "@/lib/exports/lists";
import { exporting } from "@/lib/exports/policy";
import { columnsFor } from "@/lib/exports/queries";
import { largestAtOnce } from "@/lib/exports/rules";
import { canExport } from "@/lib/lists/policy";
import { missing, refused } from "@/lib/web/page";
import { take } from "../../actions";

export default page("/lists/[list]/export", (scope, { params, query }) => {
  const asked = listAsked(scope, params.list, query.of);
  if (!asked) return missing;
  if (!canExport(scope.viewer, asked.list)) return refused;
  const list = lists[asked.list];
  const seen = scopeAs(scope, exporting(scope.viewer, asked.list));
  return (
    <ExportForm
      {...asked}
      rows={list.count(seen, asked.address, largestAtOnce)}
      isCut={list.isCut(seen, asked.address)}
      labels={columnsFor(scope, asked.list, asked.address).map(({ label }) => label())}
      action={take}
    />
  );
});
