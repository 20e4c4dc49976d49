import { page } from "@/app/frame";
import { ContactPage } from "@/components/contacts/contact-page";
import { History } from "@/components/events/history";
import { RecordFiles } from "@/components/files/record-files";
import { ButtonLink } from "@/components/ui/button";
import { contactView } from "@/lib/contacts/filters";
import { contactParts } from "@/lib/contacts/parts";
import { findContact } from "@/lib/contacts/queries";
import { plannedOf, timelineOf } from "@/lib/events/timeline";
import { t } from "@/lib/i18n/words";
import { canMail } from "@/lib/mail/policy";
import { mailAddress } from "@/lib/mail/rules";
import { recordFiles } from "@/lib/web/attachments";
import { missing } from "@/lib/web/page";
import { remove, restore } from "../../files/actions";
import { trash } from "../actions";

export default page("/contacts/[id]", (scope, { params, query }) => {
  const contact = findContact(scope, params.id!);
  if (!contact) return missing;
  const about = { contactId: contact.id };
  const view = contactView.parse(query);
  const { mayTrash, ...parts } = contactParts(scope, contact);
  const more = (
    <>
      {canMail(scope.viewer, { kind: "contact", record: contact }) && <ButtonLink href={mailAddress("contact", contact.id)}>{t("mails.send")}</ButtonLink>}
      {parts.mayEdit && <ButtonLink href={`/contacts/${contact.id}/portal`}>{t("contacts.fields.portal_user")}</ButtonLink>}
    </>
  );
  const files = <RecordFiles {...recordFiles(scope, { kind: "contact", id: contact.id }, query)} remove={remove} restore={restore} />;
  return (
    <ContactPage contact={contact} {...parts} trash={mayTrash ? trash : undefined} more={more} files={files}>
      <History
        planned={plannedOf(scope, about, view.pendientes)}
        page={timelineOf(scope, about, view.cursor)}
        viewer={scope.viewer}
        ofContact
        href={(cursor) => `/contacts/${contact.id}?cursor=${cursor}`}
        plannedHref={(cursor) => `/contacts/${contact.id}?pendientes=${cursor}`}
      />
    </ContactPage>
  );
});
