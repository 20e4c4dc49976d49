import { page } from "@/app/frame";
import { PickLists } from "@/components/settings/pick-lists";
import { listView } from "@/lib/picklists/filters";
import { canConfigureLists } from "@/lib/picklists/policy";
import { listOptions } from "@/lib/picklists/queries";
import { create, edit, merge, offer } from "./actions";

export default page("/settings/lists", (scope, { query }) => {
  const { lista, editar } = listView.parse(query);
  const actions = canConfigureLists(scope.viewer) ? { create, edit, offer, merge } : undefined;
  return <PickLists list={lista} options={listOptions(scope, lista)} actions={actions} editing={editar} />;
});
