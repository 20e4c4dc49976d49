import { and, eq, isNull, sql } from "drizzle-orm";
import type { Reader } from "@/db/open";
import { accountContacts, accounts, company, contacts, portalUsers } from "@/db/schema";
import { dayOf } from "@/lib/core/dates";
import type { CustomerViewer } from "./viewer";

/** A portal user with the windows that are open today in the company's zone; undefined when access was taken away. */
export function loadCustomerViewer(reader: Reader, portalUserId: number, now: number): CustomerViewer | undefined {
  const user = reader
    .select({ id: portalUsers.id, contactId: contacts.id, givenName: contacts.givenName, familyName: contacts.familyName, zone: company.zone })
    .from(portalUsers)
    .innerJoin(contacts, eq(contacts.id, portalUsers.contactId))
    .leftJoin(company, eq(company.id, 1))
    .where(and(eq(portalUsers.id, portalUserId), eq(portalUsers.isActive, true), isNull(contacts.deletedAt)))
    .get();
  if (!user) return undefined;

  const zone = user.zone ?? "UTC";
  const today = dayOf(now, zone);
  return {
    kind: "customer",
    portalUserId: user.id,
    contactId: user.contactId,
    name: `${user.givenName} ${user.familyName}`.trim(),
    zone,
    today,
    windows: openWindows(reader, user.contactId, today),
  };
}

/** Both dates are optional; the last day is still inside. */
function openWindows(reader: Reader, contactId: number, today: string) {
  return reader
    .select({ accountId: accountContacts.accountId, kinds: accountContacts.portalKinds })
    .from(accountContacts)
    .innerJoin(accounts, eq(accounts.id, accountContacts.accountId))
    .where(
      and(
        eq(accountContacts.contactId, contactId),
        eq(accountContacts.hasPortal, true),
        isNull(accounts.deletedAt),
        sql`coalesce(${accountContacts.serviceStartsOn}, '0000') <= ${today}`,
        sql`${today} <= coalesce(${accountContacts.serviceEndsOn}, '9999')`,
      ),
    )
    .all();
}
