import { page } from "@/app/frame";
import { ProfileEditor } from "@/components/users/profile-editor";
import { offModules } from "@/lib/access/permissions";
import { findProfile } from "@/lib/scheme/queries";
import { missing } from "@/lib/web/page";
import { edit, remove } from "../actions";

export default page("/settings/profiles/[id]", (scope, { params }) => {
  const profile = findProfile(scope, params.id!);
  return profile ? <ProfileEditor action={edit} remove={remove} profile={profile} off={offModules(scope.viewer)} /> : missing;
});
