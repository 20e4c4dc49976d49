import { page } from "@/app/frame";
import { UserEditor } from "@/components/users/user-editor";
import { UserEntry } from "@/components/users/user-entry";
import { canEditUser, mayAdminister } from "@/lib/users/policy";
import { findUser, userChoicesFor } from "@/lib/users/queries";
import { missing } from "@/lib/web/page";
import { activate, deactivate, edit, invite } from "../actions";

export default page("/settings/users/[id]", (scope, { params }) => {
  const user = findUser(scope, params.id!);
  if (!user || !canEditUser(scope.viewer, user)) return missing;
  return (
    <UserEditor action={edit} user={user} choices={userChoicesFor(scope)} mayAdminister={mayAdminister(scope.viewer)}>
      <UserEntry user={user} actions={{ activate, deactivate, invite }} />
    </UserEditor>
  );
});
