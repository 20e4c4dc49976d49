import { page } from "@/app/frame";
import { ProfileEditor } from "@/components/users/profile-editor";
import { create } from "../actions";

export default page("/settings/profiles/new", () => <ProfileEditor action={create} />);
