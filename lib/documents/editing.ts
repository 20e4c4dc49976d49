import { and, eq, inArray } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { findAccount } from "@/lib/accounts/queries";
import { taxOptions } from "@/lib/catalog/queries";
import { findContact } from "@/lib/contacts/queries";
import { fullName } from "@/lib/contacts/rules";
import { addDays } from "@/lib/core/dates";
import { findFiling } from "@/lib/prospects/filing";
import { findProspect } from "@/lib/prospects/queries";
import { findCompany } from "@/lib/settings/queries";
import type { Reckoning } from "./calculate";
import { kinds, type SalesKind } from "./kinds";
import { type Document, findDocument } from "./queries";
import { blankValues } from "./values";

type Asked = { account?: unknown; contact?: unknown; prospect?: unknown };

/** For whom a new document is, from the address it was opened with; what the viewer does not see is left out. */
export function customerAsked(scope: Scope, { account, contact, prospect }: Asked) {
  const someone = typeof prospect === "string" ? findProspect(scope, prospect) : undefined;
  if (someone) return { name: someone.companyName ?? someone.personName, prospectId: someone.id };
  const person = typeof contact === "string" ? findContact(scope, contact) : undefined;
  const theirs = typeof account === "string" ? account : person && firstAccountOf(scope, person.id);
  const company = theirs === undefined ? undefined : findAccount(scope, theirs);
  return {
    name: null,
    account: company && { id: company.id, label: company.name },
    contact: person && { id: person.id, label: fullName(person) },
  };
}

/** The document an edit is about; undefined when it, or the contact now named, is not there for this viewer. */
export function findToEdit(scope: Scope, kind: SalesKind, { id, contactId }: { id: number; contactId: number | null }) {
  const document = findDocument(scope, kind, id);
  return document && findFiling(scope, { accountId: null, contactId, prospectId: null }, document) && document;
}

/** A stored document's customer stays; who attends there may change. */
export function customerOf(scope: Scope, { customerName, contactId }: Document) {
  const person = contactId === null ? undefined : findContact(scope, contactId);
  return { name: customerName, contact: person && { id: person.id, label: fullName(person) } };
}

/** The rules a form adds up by: the document's own, or the company's of today. */
export function reckoningFor(scope: Scope, document?: Document): Reckoning {
  const { currency, priceMode, roundingMode, taxScope } = document ?? findCompany(scope);
  const kept = (document?.lines ?? []).flatMap((line) => line.taxes.map(({ code }) => code));
  const taxes = taxOptions(scope, kept).map(({ code, name, kind, rate, treatment, basePlus }) => ({ code, name, kind, rate, treatment, basePlus }));
  return { currency, priceMode, roundingMode, taxScope, taxes };
}

/** One blank row with the usual taxes, and until when a quote holds unless told otherwise. */
export function newValues(scope: Scope, kind: SalesKind) {
  const usual = taxOptions(scope).filter(({ isDefault }) => isDefault);
  const until = addDays(scope.viewer.today, findCompany(scope).quoteValidDays);
  return blankValues(
    usual.map(({ code }) => code),
    kinds[kind].deadline === "validUntil" ? until : null,
  );
}

function firstAccountOf(scope: Scope, contactId: number): number | undefined {
  const { accountContacts, accounts } = scope;
  const seen = scope.select({ id: accounts.id }).from(accounts);
  return scope
    .select({ id: accountContacts.accountId })
    .from(accountContacts)
    .where(and(eq(accountContacts.contactId, contactId), inArray(accountContacts.accountId, seen)))
    .orderBy(accountContacts.id)
    .limit(1)
    .get()?.id;
}
