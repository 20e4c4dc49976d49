import { and, desc, eq, gte, isNotNull, isNull, lte, or, type SQL } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { roleIn } from "./relations";
import { fullName } from "./rules";

export type MailSubject = "quotes" | "invoices" | "collection";
export type Recipient = { contactId: number | null; name: string; role: string | null; email: string };

/** To whom of an account something is sent: who receives it; of nobody, the principal; of nobody again, the account itself.
 *  Who no longer works there, or not yet, receives nothing. */
export function recipientsFor(scope: Scope, accountId: number, about: MailSubject): Recipient[] {
  const chosen = reachable(scope, accountId, eq(receives(scope, about), true));
  if (chosen.length > 0) return chosen;
  const principal = reachable(scope, accountId, eq(scope.accountContacts.isPrimary, true));
  return principal.length > 0 ? principal : accountItself(scope, accountId);
}

function reachable(scope: Scope, accountId: number, which: SQL): Recipient[] {
  const { accountContacts, contacts } = scope;
  return scope
    .select({
      contactId: contacts.id,
      givenName: contacts.givenName,
      familyName: contacts.familyName,
      role: roleIn(scope),
      email: contacts.email,
    })
    .from(accountContacts)
    .innerJoin(contacts, eq(contacts.id, accountContacts.contactId))
    .where(and(eq(accountContacts.accountId, accountId), which, isNotNull(contacts.email), worksThere(scope)))
    .orderBy(desc(accountContacts.isPrimary), contacts.nameKey, contacts.id)
    .all()
    .map(({ contactId, role, email, ...person }) => ({ contactId, name: fullName(person), role, email: email! }));
}

function worksThere({ accountContacts: { sinceOn, untilOn }, viewer: { today } }: Scope) {
  return and(or(isNull(sinceOn), lte(sinceOn, today)), or(isNull(untilOn), gte(untilOn, today)));
}

function receives({ accountContacts }: Scope, about: MailSubject) {
  const columns = {
    quotes: accountContacts.receivesQuotes,
    invoices: accountContacts.receivesInvoices,
    collection: accountContacts.receivesCollection,
  };
  return columns[about];
}

function accountItself(scope: Scope, accountId: number): Recipient[] {
  const { accounts } = scope;
  const account = scope.select({ name: accounts.name, email: accounts.email }).from(accounts).where(eq(accounts.id, accountId)).get();
  return account?.email ? [{ contactId: null, name: account.name, role: null, email: account.email }] : [];
}
