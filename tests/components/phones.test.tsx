import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AccountList } from "@/components/accounts/account-list";
import { ContactList } from "@/components/contacts/contact-list";
import { ProspectTable } from "@/components/prospects/prospect-table";
import { accounts, contacts, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { accountFilterChoices } from "@/lib/accounts/choices";
import { accountColumns } from "@/lib/accounts/columns";
import { accountFilters } from "@/lib/accounts/filters";
import { listAccounts } from "@/lib/accounts/list";
import { contactColumns } from "@/lib/contacts/columns";
import { contactFilters } from "@/lib/contacts/filters";
import { listContacts } from "@/lib/contacts/list";
import { runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { listFrame } from "@/lib/lists/queries";
import { prospectColumns } from "@/lib/prospects/columns";
import { prospectFilters } from "@/lib/prospects/filters";
import { listProspects } from "@/lib/prospects/queries";
import { searchEverything } from "@/lib/search/everything";
import { now, today, world } from "../support/world";

const typed = "+52 1 (81) 1234-5678";
const phone = { phone: typed, phoneE164: "+528112345678" };

test("lists and the search write a phone as its country does, whatever was typed", () => {
  const { db, ids, viewer } = world();
  const stamps = { createdAt: now, updatedAt: now };
  write(db, (tx): void => {
    tx.update(accounts).set(phone).run();
    tx.insert(contacts)
      .values({ givenName: "Rosa", nameKey: "rosa", ...phone, ...stamps })
      .run();
    tx.insert(prospects)
      .values({ number: 1, personName: "Iris", nameKey: "iris", ownerId: ids.ana, contactedOn: today, ...phone, ...stamps })
      .run();
  });
  const scope = scopeFor(viewer("marta"), db);
  runWith({ locale: "es", pack: packs.MX, zone: "America/Monterrey", currency: "MXN" }, () => {
    const [ofAccounts, ofContacts, ofProspects] = [accountFilters.parse({}), contactFilters.parse({}), prospectFilters.parse({})];
    const { tools } = listFrame(scope, "accounts", ofAccounts, accountColumns);
    const common = { tools, picking: false, mayCreate: false, isCut: false, count: 1 };
    const drawn = [
      <AccountList
        key="a"
        {...common}
        {...{ page: listAccounts(scope, ofAccounts), filters: ofAccounts, columns: accountColumns, sums: [], cap: 1, maySum: false }}
        choices={accountFilterChoices(scope, accountFilters.parse({}), false)}
      />,
      <ContactList
        key="c"
        {...common}
        {...{ page: listContacts(scope, ofContacts), filters: ofContacts, columns: contactColumns }}
        choices={{ owners: [], origins: [] }}
      />,
      <ProspectTable
        key="p"
        {...{ page: listProspects(scope, ofProspects), filters: ofProspects, columns: prospectColumns(scope.viewer, false), picking: false, today }}
      />,
    ];
    for (const list of drawn) {
      const html = renderToStaticMarkup(list);
      expect(html).toContain('<a href="tel:+528112345678">81 1234 5678</a>');
      expect(html).not.toContain(typed);
    }
    expect(searchEverything(scope, "rosa")).toMatchObject([{ group: "contacts", hits: [{ hint: "81 1234 5678" }] }]);
  });
});
