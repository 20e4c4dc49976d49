import { page } from "@/app/frame";
import { OriginList } from "@/components/settings/origin-list";
import { canConfigureOrigins } from "@/lib/origins/policy";
import { figuresByOrigin, listOrigins, measuresFor } from "@/lib/origins/queries";
import { create, edit, merge, offer } from "./actions";

export default page("/settings/origins", (scope, { query }) => {
  const actions = canConfigureOrigins(scope.viewer) ? { create, edit, merge, offer } : undefined;
  const figures = { figures: figuresByOrigin(scope), measures: measuresFor(scope.viewer) };
  return <OriginList origins={listOrigins(scope)} {...figures} actions={actions} editing={Number(query.editar)} />;
});
