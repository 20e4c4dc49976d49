import { page } from "@/app/frame";
import { ContactList } from "@/components/contacts/contact-list";
import { contactFilters } from "@/lib/contacts/filters";
import { canCreateContact } from "@/lib/contacts/policy";
import { countContacts, listContacts } from "@/lib/contacts/queries";
import { ownerOptions } from "@/lib/settings/queries";

export default page("/contacts", (scope, { query }) => {
  const filters = contactFilters.parse(query);
  return (
    <ContactList
      page={listContacts(scope, filters)}
      filters={filters}
      count={countContacts(scope, filters)}
      owners={ownerOptions(scope)}
      mayCreate={canCreateContact(scope.viewer)}
    />
  );
});
