import { and, eq, inArray } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { findAccount } from "@/lib/accounts/queries";
import { taxOptions } from "@/lib/catalog/queries";
import { findContact } from "@/lib/contacts/queries";
import { fullName } from "@/lib/contacts/rules";
import { addDays } from "@/lib/core/dates";
import { RuleError } from "@/lib/core/errors";
import { findFiling } from "@/lib/prospects/filing";
import { findProspect } from "@/lib/prospects/queries";
import { findCompany } from "@/lib/settings/queries";
import type { Reckoning } from "./calculate";
import type { DraftInput } from "./forms";
import { kinds, type SalesKind } from "./kinds";
import { type Document, findDocument } from "./queries";
import { blankValues } from "./values";

type Asked = { account?: unknown; contact?: unknown; prospect?: unknown };

/** For whom a new document is, from the address it was opened with; what the viewer does not see is left out. */
export function customerAsked(scope: Scope, { account, contact, prospect }: Asked) {
  const someone = typeof prospect === "string" ? findProspect(scope, prospect) : undefined;
  const isOpen = someone && (someone.accountId === null || findAccount(scope, someone.accountId) !== undefined);
  if (someone && isOpen) return { name: someone.companyName ?? someone.personName, prospectId: someone.id };
  const person = typeof contact === "string" ? findContact(scope, contact) : undefined;
  const theirs = typeof account === "string" ? account : person && firstAccountOf(scope, person.id);
  const company = theirs === undefined ? undefined : findAccount(scope, theirs);
  return {
    name: null,
    account: company && { id: company.id, label: company.name },
    contact: person && { id: person.id, label: fullName(person) },
  };
}

/** For whom a new document is: a prospect's account counts as chosen. Undefined when one of them is not there for this viewer. */
export function findCustomer(scope: Scope, { accountId, contactId, prospectId, lines }: DraftInput) {
  requireItems(scope, lines);
  const filing = findFiling(scope, { accountId, contactId, prospectId });
  return filing?.prospect ? findFiling(scope, { accountId: filing.prospect.accountId, contactId: null, prospectId }) : filing;
}

/** The document an edit is about; undefined when it, or the contact now named, is not there for this viewer. */
export function findToEdit(scope: Scope, kind: SalesKind, { id, contactId, lines }: DraftInput & { id: number }) {
  const document = findDocument(scope, kind, id);
  if (!document || !findFiling(scope, { accountId: null, contactId, prospectId: null }, document)) return undefined;
  requireItems(scope, lines, document);
  return document;
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

/** Throws at the first item that is not in the catalog as this viewer sees it; those the document has already stay. */
function requireItems(scope: Scope, lines: DraftInput["lines"], document?: Document) {
  const { catalogItems } = scope;
  const asked = [...new Set(lines.flatMap(({ itemId }) => itemId ?? []))];
  const seen = scope.select({ id: catalogItems.id }).from(catalogItems).where(inArray(catalogItems.id, asked)).all();
  const known = new Set([...seen.map(({ id }) => id), ...(document?.lines ?? []).map(({ itemId }) => itemId)]);
  const lost = lines.findIndex(({ itemId }) => itemId !== null && !known.has(itemId));
  if (lost >= 0) throw new RuleError("not_in_list", `lines.${lost}.itemId`);
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
