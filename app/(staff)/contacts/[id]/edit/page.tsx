import { page } from "@/app/frame";
import { ContactEditor } from "@/components/contacts/contact-editor";
import { pointsOfContact } from "@/lib/contact-points/queries";
import { pointValues } from "@/lib/contact-points/values";
import { contactChoicesFor } from "@/lib/contacts/choices";
import { canAssignContact, canEditContact } from "@/lib/contacts/policy";
import { findContact, tagsOfContact } from "@/lib/contacts/queries";
import { contactValues } from "@/lib/contacts/values";
import { missing, refused } from "@/lib/web/page";
import { edit } from "../../actions";

export default page("/contacts/[id]/edit", (scope, { params }) => {
  const contact = findContact(scope, params.id!);
  if (!contact) return missing;
  if (!canEditContact(scope.viewer, contact)) return refused;
  return (
    <ContactEditor
      action={edit}
      contact={contact}
      choices={contactChoicesFor(scope, canAssignContact(scope.viewer, contact), contact)}
      values={contactValues(contact, tagsOfContact(scope, contact.id))}
      points={pointValues(pointsOfContact(scope, contact.id))}
      back={`/contacts/${contact.id}`}
    />
  );
});
