import { page } from "@/app/frame";
import { UserEditor } from "@/components/users/user-editor";
import { mayAdminister } from "@/lib/users/policy";
import { userChoicesFor } from "@/lib/users/queries";
import { create } from "../actions";

export default page("/settings/users/new", (scope) => (
  <UserEditor action={create} choices={userChoicesFor(scope)} mayAdminister={mayAdminister(scope.viewer)} />
));
