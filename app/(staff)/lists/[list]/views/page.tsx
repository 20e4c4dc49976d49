import { page } from "@/app/frame";
import { ViewsPage } from "@/components/lists/views-page";
import { listAsked } from "@/lib/exports/address";
import { canEditView, canSetForAll } from "@/lib/lists/policy";
import { ownGroupOptions, roleOptions, viewsOf } from "@/lib/lists/queries";
import { missing } from "@/lib/web/page";
import { change, keep, open, remove } from "../../actions";

export default page("/lists/[list]/views", (scope, { params, query }) => {
  const asked = listAsked(scope, params.list, query.of);
  if (!asked) return missing;
  const { viewer } = scope;
  return (
    <ViewsPage
      {...asked}
      views={viewsOf(scope, asked.list).map((view) => ({ ...view, mayEdit: canEditView(viewer, view) }))}
      groups={ownGroupOptions(scope)}
      roles={canSetForAll(viewer) ? roleOptions(scope) : undefined}
      actions={{ keep, change, remove, open }}
    />
  );
});
