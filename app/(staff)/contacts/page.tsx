import { page } from "@/app/frame";
import { ContactList } from "@/components/contacts/contact-list";
import { wholeOf } from "@/lib/access/keyset";
import { filterOwnersOrGroups } from "@/lib/accounts/choices";
import { findAccount, tagName } from "@/lib/accounts/queries";
import { contactColumns } from "@/lib/contacts/columns";
import { contactFilters } from "@/lib/contacts/filters";
import { countContacts, listContacts } from "@/lib/contacts/list";
import { canCreateContact } from "@/lib/contacts/policy";
import { keysOf } from "@/lib/lists/columns";
import { askedOf, listFrame } from "@/lib/lists/queries";
import { isCutShort, isNarrowed } from "@/lib/search/find";
import { originOptions } from "@/lib/settings/queries";

export default page("/contacts", (scope, { query }) => {
  const filters = contactFilters.parse(askedOf(scope, "contacts", query));
  const { shown, tools } = listFrame(scope, "contacts", filters, contactColumns);
  const found = listContacts(scope, filters, { keys: keysOf(shown) });
  return (
    <ContactList
      {...{ page: found, filters, tools, columns: shown, picking: query.pick === "1" && tools.mayChange }}
      count={wholeOf(found, filters)?.length ?? countContacts(scope, filters)}
      isCut={isCutShort(scope, "contact", filters.q, { isWhole: isNarrowed(filters) })}
      choices={{ owners: filterOwnersOrGroups(scope), origins: originOptions(scope, filters.origin) }}
      tag={filters.tag === undefined ? undefined : tagName(scope, filters.tag)}
      company={filters.account === undefined ? undefined : findAccount(scope, filters.account)?.name}
      mayCreate={canCreateContact(scope.viewer)}
    />
  );
});
