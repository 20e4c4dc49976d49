import { page } from "@/app/frame";
import { RolesPage } from "@/components/users/roles-page";
import { offModules } from "@/lib/access/permissions";
import { canConfigureScheme } from "@/lib/scheme/policy";
import { listProfiles, listRoles } from "@/lib/scheme/queries";
import { listGroups } from "@/lib/users/queries";
import { applyPreset } from "../profiles/actions";

export default page("/settings/roles", (scope) => (
  <RolesPage
    off={offModules(scope.viewer)}
    roles={listRoles(scope)}
    profiles={listProfiles(scope)}
    groups={listGroups(scope)}
    applyPreset={canConfigureScheme(scope.viewer) ? applyPreset : undefined}
  />
));
