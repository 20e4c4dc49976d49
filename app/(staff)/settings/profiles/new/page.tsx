import { page } from "@/app/frame";
import { ProfileEditor } from "@/components/users/profile-editor";
import { offModules } from "@/lib/access/permissions";
import { create } from "../actions";

export default page("/settings/profiles/new", (scope) => <ProfileEditor action={create} off={offModules(scope.viewer)} />);
