import { page } from "@/app/frame";
import { ColumnsPage } from "@/components/lists/columns-page";
import { listAsked } from "@/lib/exports/address";
import { lists } from "@/lib/exports/lists";
import { keysOf, openColumns, shownColumns } from "@/lib/lists/columns";
import { chosenColumns } from "@/lib/lists/queries";
import { missing } from "@/lib/web/page";
import { choose } from "../../actions";

export default page("/lists/[list]/columns", (scope, { params, query }) => {
  const asked = listAsked(scope, params.list, query.of);
  if (!asked) return missing;
  const { columns, columnsAsked } = lists[asked.list];
  const all = columns(scope);
  const shown = shownColumns(all, scope.viewer, columnsAsked(asked.address), chosenColumns(scope, asked.list));
  return <ColumnsPage {...asked} columns={openColumns(all, scope.viewer)} shown={keysOf(shown)} action={choose} />;
});
