import { page } from "@/app/frame";
import { OriginList } from "@/components/settings/origin-list";
import { canConfigureOrigins } from "@/lib/origins/policy";
import { figuresByOrigin, listOrigins, measuresFor } from "@/lib/origins/queries";
import { create, merge, offer, rename } from "./actions";

export default page("/settings/origins", (scope, { query }) => {
  const actions = canConfigureOrigins(scope.viewer) ? { create, merge, offer, rename } : undefined;
  const figures = { figures: figuresByOrigin(scope), measures: measuresFor(scope.viewer) };
  return <OriginList origins={listOrigins(scope)} {...figures} actions={actions} editing={Number(query.editar)} />;
});
