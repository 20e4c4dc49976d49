import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountContacts, accounts, company, contacts } from "@/db/schema";
import type { PartySnapshot } from "@/db/schema/documents";
import { RuleError } from "@/lib/core/errors";
import { isPackCode, packs } from "@/lib/i18n/packs";

/** Throws when the account is not there, or the contact does not work with it. */
export function requireCustomer(tx: Transaction, accountId: number | null, contactId: number | null) {
  const account =
    accountId === null
      ? undefined
      : tx
          .select()
          .from(accounts)
          .where(and(eq(accounts.id, accountId), isNull(accounts.deletedAt)))
          .get();
  if (!account) throw new RuleError("documents.no_customer", "accountId");
  if (contactId !== null && !relates(tx, account.id, contactId)) throw new RuleError("documents.contact_elsewhere", "contactId");
  return account;
}

/** The customer as they are now, to be printed and never read again from the live record. */
export function customerSnapshot(tx: Transaction, accountId: number, contactId: number | null): PartySnapshot {
  const account = tx.select().from(accounts).where(eq(accounts.id, accountId)).get()!;
  const contact = contactId === null ? undefined : tx.select().from(contacts).where(eq(contacts.id, contactId)).get();
  const { name, legalName, taxId, phone, email } = account;
  return {
    ...{ name, legalName, taxId, taxIdLabel: taxIdLabel(tx), phone, email },
    address: addressLines(account),
    contact: contact ? [contact.givenName, contact.familyName].filter(Boolean).join(" ") : null,
  };
}

export function issuerSnapshot(tx: Transaction): PartySnapshot {
  const issuer = tx.select().from(company).where(eq(company.id, 1)).get()!;
  const { name, legalName, taxId, phone, email, paymentData } = issuer;
  return { name, legalName, taxId, taxIdLabel: taxIdLabel(tx), phone, email, address: addressLines(issuer), contact: null, paymentData };
}

function relates(tx: Transaction, accountId: number, contactId: number): boolean {
  const pair = and(eq(accountContacts.accountId, accountId), eq(accountContacts.contactId, contactId));
  return tx.select({ id: accountContacts.id }).from(accountContacts).where(pair).get() !== undefined;
}

function taxIdLabel(tx: Transaction): string | null {
  const { pack } = tx.select({ pack: company.pack }).from(company).where(eq(company.id, 1)).get()!;
  return isPackCode(pack) ? (packs[pack].taxIdTypes[0]?.label ?? null) : null;
}

function addressLines({
  address,
  city,
  region,
  postalCode,
}: {
  address: string | null;
  city: string | null;
  region: string | null;
  postalCode: string | null;
}) {
  return [address, [postalCode, city, region].filter(Boolean).join(", ")].filter((line): line is string => Boolean(line));
}
