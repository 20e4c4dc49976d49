import { page } from "@/app/frame";
import { ModulesPage } from "@/components/settings/modules-page";
import { purposes } from "@/db/vocabulary";
import { canSwitchModules } from "@/lib/modules/policy";
import { heldIn, mostCounted } from "@/lib/modules/queries";
import { findCompany } from "@/lib/settings/queries";
import { refused } from "@/lib/web/page";
import { change } from "./actions";

export default page("/settings/modules", (scope, { query }) => {
  if (!canSwitchModules(scope.viewer)) return refused;
  const { offModules, version } = findCompany(scope);
  const proposed = purposes.find((purpose) => purpose === query.uso);
  return <ModulesPage {...{ off: offModules, version, proposed, most: mostCounted }} held={heldIn(scope)} action={change} />;
});
