import { page } from "@/app/frame";
import { ContactEditor } from "@/components/contacts/contact-editor";
import { contactChoicesFor } from "@/lib/contacts/choices";
import { canAssignContact } from "@/lib/contacts/policy";
import { findContact } from "@/lib/contacts/queries";
import { contactValues } from "@/lib/contacts/values";
import { missing } from "@/lib/web/page";
import { edit } from "../../actions";

export default page("/contacts/[id]/edit", (scope, { params }) => {
  const contact = findContact(scope, params.id!);
  if (!contact) return missing;
  return (
    <ContactEditor
      action={edit}
      contact={contact}
      choices={contactChoicesFor(scope, canAssignContact(scope.viewer, contact), contact)}
      values={contactValues(contact)}
      back={`/contacts/${contact.id}`}
    />
  );
});
