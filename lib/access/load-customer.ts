import { and, eq, isNull, sql } from "drizzle-orm";
import type { Reader } from "@/db/open";
import { accountContacts, accounts, company, contacts, portalUsers } from "@/db/schema";
import { documentKinds, type Module } from "@/db/vocabulary";
import { dayOf } from "@/lib/core/dates";
import { moduleOfKind } from "./relations/documents";
import type { CustomerViewer, Window } from "./viewer";

/** A portal user with the windows that are open today in the company's zone; undefined when access was taken away. */
export function loadCustomerViewer(reader: Reader, portalUserId: number, now: number): CustomerViewer | undefined {
  const user = reader
    .select({
      ...{ id: portalUsers.id, contactId: contacts.id, givenName: contacts.givenName, familyName: contacts.familyName },
      ...{ zone: company.zone, off: company.offModules },
    })
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
    windows: openWindows(reader, user.contactId, today).map((window) => withoutOff(window, user.off ?? [])),
  };
}

/** Papers of a module that is switched off are shown to nobody. */
function withoutOff({ accountId, kinds }: Window, off: readonly Module[]): Window {
  return { accountId, kinds: off.length === 0 ? kinds : (kinds ?? documentKinds).filter((kind) => !off.includes(moduleOfKind[kind])) };
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
