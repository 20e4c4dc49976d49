import { page } from "@/app/frame";
import { UserList } from "@/components/users/user-list";
import { entriesOf } from "@/lib/access/entry";
import { findMailServer } from "@/lib/mail/queries";
import { userFilters } from "@/lib/users/filters";
import { usersFound } from "@/lib/users/found";
import { canCreateUser, canEditUser } from "@/lib/users/policy";
import { findUser, userChoicesFor } from "@/lib/users/queries";
import { mail, uninvite } from "./actions";

export default page("/settings/users", (scope, { query }) => {
  const filters = userFilters.parse(query);
  const mayEdit = (id: number) => canEditUser(scope.viewer, findUser(scope, id)!);
  const users = usersFound(scope, filters, entriesOf(scope, Date.now())).map((user) => ({ ...user, mayEdit: mayEdit(user.id) }));
  return (
    <UserList
      {...{ users, filters }}
      choices={userChoicesFor(scope)}
      mayCreate={canCreateUser(scope.viewer)}
      hasMail={findMailServer(scope) !== undefined}
      actions={{ mail, uninvite }}
    />
  );
});
