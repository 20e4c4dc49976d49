import { page } from "@/app/frame";
import { RoleEditor } from "@/components/users/role-editor";
import { placesFor } from "@/lib/scheme/queries";
import { create } from "../actions";

export default page("/settings/roles/new", (scope) => <RoleEditor action={create} places={placesFor(scope)} />);
