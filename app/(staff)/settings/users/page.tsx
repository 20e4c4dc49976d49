import { page } from "@/app/frame";
import { UserList } from "@/components/users/user-list";
import { entriesOf } from "@/lib/access/entry";
import { findMailServer } from "@/lib/mail/queries";
import { canCreateUser, canEditUser } from "@/lib/users/policy";
import { findUser, listUsers } from "@/lib/users/queries";
import { mail, uninvite } from "./actions";

export default page("/settings/users", (scope) => {
  const entries = entriesOf(scope, Date.now());
  const mayEdit = (id: number) => canEditUser(scope.viewer, findUser(scope, id)!);
  const users = listUsers(scope).map((user) => ({ ...user, entry: user.isActive ? entries.get(user.id) : undefined, mayEdit: mayEdit(user.id) }));
  return <UserList users={users} mayCreate={canCreateUser(scope.viewer)} hasMail={findMailServer(scope) !== undefined} actions={{ mail, uninvite }} />;
});
