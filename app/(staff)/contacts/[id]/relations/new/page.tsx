import { page } from "@/app/frame";
import { RelationPage } from "@/components/contacts/relation-page";
import { canEditContact } from "@/lib/contacts/policy";
import { findContact } from "@/lib/contacts/queries";
import { roleNames } from "@/lib/contacts/relations";
import { fullName } from "@/lib/contacts/rules";
import { missing, refused } from "@/lib/web/page";
import { relate } from "../../../relation-actions";

export default page("/contacts/[id]/relations/new", (scope, { params }) => {
  const contact = findContact(scope, params.id!);
  if (!contact) return missing;
  if (!canEditContact(scope.viewer, contact)) return refused;
  return <RelationPage action={relate} from="contact" id={contact.id} name={fullName(contact)} roles={roleNames(scope)} mayCreate={false} />;
});
