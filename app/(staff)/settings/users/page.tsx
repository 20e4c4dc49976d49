import { page } from "@/app/frame";
import { UserList } from "@/components/users/user-list";
import { grants } from "@/lib/access/permissions";
import { canCreateUser } from "@/lib/users/policy";
import { listUsers } from "@/lib/users/queries";

export default page("/settings/users", (scope) => (
  <UserList users={listUsers(scope)} mayCreate={canCreateUser(scope.viewer)} mayEdit={grants(scope.viewer, "users", "edit")} />
));
