import { page } from "@/app/frame";
import { UserEditor } from "@/components/users/user-editor";
import { findMailServer } from "@/lib/mail/queries";
import { mayAdminister } from "@/lib/users/policy";
import { userChoicesFor } from "@/lib/users/queries";
import { create } from "../actions";

export default page("/settings/users/new", (scope) => (
  <UserEditor action={create} mayMail={findMailServer(scope) !== undefined} choices={userChoicesFor(scope)} mayAdminister={mayAdminister(scope.viewer)} />
));
