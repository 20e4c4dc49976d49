import { page } from "@/app/frame";
import { OriginList } from "@/components/settings/origin-list";
import { canConfigureOrigins } from "@/lib/origins/policy";
import { figuresByOrigin, listOrigins } from "@/lib/origins/queries";
import { create, merge, offer, rename } from "./actions";

export default page("/settings/origins", (scope, { query }) => {
  const actions = canConfigureOrigins(scope.viewer) ? { create, merge, offer, rename } : undefined;
  return <OriginList origins={listOrigins(scope)} figures={figuresByOrigin(scope)} actions={actions} editing={Number(query.editar)} />;
});
