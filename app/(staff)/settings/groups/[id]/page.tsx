import { page } from "@/app/frame";
import { GroupEditor } from "@/components/users/group-editor";
import { findGroup, peopleFor } from "@/lib/users/queries";
import { missing } from "@/lib/web/page";
import { edit } from "../actions";

export default page("/settings/groups/[id]", (scope, { params }) => {
  const group = findGroup(scope, params.id!);
  if (!group) return missing;
  return <GroupEditor action={edit} group={group} people={peopleFor(scope, group)} />;
});
