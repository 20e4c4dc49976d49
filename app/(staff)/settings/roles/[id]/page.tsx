import { page } from "@/app/frame";
import { RoleEditor } from "@/components/users/role-editor";
import { findRole, placesFor } from "@/lib/scheme/queries";
import { missing } from "@/lib/web/page";
import { edit, remove } from "../actions";

export default page("/settings/roles/[id]", (scope, { params }) => {
  const role = findRole(scope, params.id!);
  if (!role) return missing;
  return <RoleEditor action={edit} remove={remove} role={role} places={placesFor(scope, role.id)} />;
});
