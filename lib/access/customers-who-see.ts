import { and, asc, eq } from "drizzle-orm";
import type { SeenModule } from "@/db/vocabulary";
import { loadCustomerViewer } from "./load-customer";
import { recordName } from "./record-name";
import { type Scope, scopeFor } from "./scope";

/** Customers who see a record in their portal today, among the contacts whom whoever asks sees. `now` in UTC milliseconds. */
export function customersWhoSee(scope: Scope, module: SeenModule, id: number, now: number): { id: number; name: string }[] {
  return candidates(scope, module, id).flatMap(({ id: portalUserId, givenName, familyName }) => {
    const customer = loadCustomerViewer(scope.reader, portalUserId, now);
    const isSeen = customer && recordName(scopeFor(customer, scope.reader), module, id) !== undefined;
    return isSeen ? [{ id: portalUserId, name: `${givenName} ${familyName}`.trim() }] : [];
  });
}

function candidates(scope: Scope, module: SeenModule, id: number) {
  const { portalUsers, contacts, accountContacts } = scope;
  const related = accountOf(scope, module, id);
  if (module !== "contacts" && related === undefined) return [];
  const isAsked = module === "contacts" ? eq(contacts.id, id) : eq(accountContacts.accountId, related!);
  return scope
    .selectDistinct({ id: portalUsers.id, givenName: contacts.givenName, familyName: contacts.familyName })
    .from(portalUsers)
    .innerJoin(contacts, eq(contacts.id, portalUsers.contactId))
    .leftJoin(accountContacts, eq(accountContacts.contactId, contacts.id))
    .where(and(eq(portalUsers.isActive, true), isAsked))
    .orderBy(asc(contacts.givenName), asc(portalUsers.id))
    .all();
}

/** Of which account a record is that a portal may show. */
function accountOf(scope: Scope, module: SeenModule, id: number): number | undefined {
  const { accounts, anyDocuments } = scope;
  if (module === "accounts") return scope.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, id)).get()?.id;
  const isPaper = module === "quotes" || module === "orders" || module === "invoices" || module === "receipts";
  if (!isPaper) return undefined;
  return scope.select({ accountId: anyDocuments.accountId }).from(anyDocuments).where(eq(anyDocuments.id, id)).get()?.accountId;
}
