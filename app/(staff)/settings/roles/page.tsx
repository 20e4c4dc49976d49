import { page } from "@/app/frame";
import { RolesPage } from "@/components/users/roles-page";
import { canConfigureGroups } from "@/lib/users/policy";
import { listGroups, listProfiles, listRoles } from "@/lib/users/queries";

export default page("/settings/roles", (scope) => (
  <RolesPage roles={listRoles(scope)} profiles={listProfiles(scope)} groups={listGroups(scope)} mayConfigure={canConfigureGroups(scope.viewer)} />
));
