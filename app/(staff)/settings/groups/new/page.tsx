import { page } from "@/app/frame";
import { GroupEditor } from "@/components/users/group-editor";
import { peopleFor } from "@/lib/users/queries";
import { create } from "../actions";

export default page("/settings/groups/new", (scope) => <GroupEditor action={create} people={peopleFor(scope)} />);
