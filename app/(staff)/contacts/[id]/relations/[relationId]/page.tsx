import { page } from "@/app/frame";
import { RelationEditor } from "@/components/contacts/relation-editor";
import { canEditRelation, canRelate } from "@/lib/contacts/policy";
import { findRelation, roleNames } from "@/lib/contacts/relations";
import { missing, refused } from "@/lib/web/page";
import { edit, remove } from "../../../relation-actions";

export default page("/contacts/[id]/relations/[relationId]", (scope, { params }) => {
  const relation = findRelation(scope, params.relationId!);
  if (!relation || String(relation.contact.id) !== params.id) return missing;
  if (!canEditRelation(scope.viewer, relation)) return refused;
  return <RelationEditor relation={relation} roles={roleNames(scope)} edit={edit} remove={canRelate(scope.viewer, relation) ? remove : undefined} />;
});
