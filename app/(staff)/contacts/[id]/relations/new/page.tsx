import { page } from "@/app/frame";
import { RelationPage } from "@/components/contacts/relation-page";
import { findContact } from "@/lib/contacts/queries";
import { roleNames } from "@/lib/contacts/relations";
import { fullName } from "@/lib/contacts/rules";
import { missing } from "@/lib/web/page";
import { relate } from "../../../relation-actions";

export default page("/contacts/[id]/relations/new", (scope, { params }) => {
  const contact = findContact(scope, params.id!);
  if (!contact) return missing;
  return <RelationPage action={relate} from="contact" id={contact.id} name={fullName(contact)} roles={roleNames(scope)} mayCreate={false} />;
});
