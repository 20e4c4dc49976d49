import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountContacts, accounts, company, contacts } from "@/db/schema";
import { homeCountry } from "@/lib/accounts/tax-id";
import { setPoints } from "@/lib/contact-points/commands";
import { RuleError } from "@/lib/core/errors";
import type { Change, Values } from "@/lib/events/record";
import { setTags, tagNames } from "@/lib/tags/commands";
import type { ContactInput, NewRelationInput, PersonInput, RelationInput } from "./forms";
import { columnsOf, insertContact, reachOf } from "./person";
import { roleColumns, roleText } from "./roles";
import { fullName } from "./rules";

export type By = { userId: number | null; now: number };
type Row = typeof contacts.$inferSelect;
type Relation = typeof accountContacts.$inferSelect;
type Account = { id: number; name: string };
type Person = { id: number; givenName: string; familyName: string };

/** A relation with both its ends, as it was found. */
export type Related = { id: number; account: Account; contact: Person };

/** A contact and where they work, made at once. Throws without an account, unless the company sells to people of their own too. */
export function createContact(tx: Transaction, input: ContactInput, by: By & { held?: Pick<Row, "originId" | "ownerId"> }): Change {
  const account = accountOf(tx, input.accountId);
  if (!account && input.accountId !== null) throw new RuleError("contacts.no_account", "accountId");
  if (!account && needsAccount(tx)) throw new RuleError("required", "accountId");
  const after = insertContact(tx, input, by);
  if (!account) return { kind: "contact", id: after.id, before: null, after };
  const { after: relation, also } = relateContact(tx, account, after, input, by);
  return { kind: "contact", id: after.id, accountId: account.id, before: null, after: { ...after, relation }, also };
}

export function editContact(tx: Transaction, contact: Pick<Row, "id">, typed: PersonInput, { now }: By): Change {
  const { input, points } = reachOf(typed);
  const before = tx.select().from(contacts).where(eq(contacts.id, contact.id)).get()!;
  const after = tx
    .update(contacts)
    .set({ ...columnsOf(tx, input, before), updatedAt: now, version: before.version + 1 })
    .where(eq(contacts.id, contact.id))
    .returning()
    .get();
  const others = points && setPoints(tx, { contactId: contact.id }, points, homeCountry(tx));
  const tags = input.tags && retagged(tx, contact.id, input.tags);
  const told = (side: "before" | "after") => ({ ...(others && { points: others[side] }), ...(tags && { tags: tags[side] }) });
  return { kind: "contact", id: contact.id, before: { ...before, ...told("before") }, after: { ...after, ...told("after") } };
}

function retagged(tx: Transaction, contactId: number, names: readonly string[]) {
  const before = tagNames(tx, { contactId }).sort();
  setTags(tx, { contactId }, names);
  return { before, after: tagNames(tx, { contactId }).sort() };
}

/** To the trash, from where it can come back with its relations. */
export function trashContact(tx: Transaction, contact: Pick<Row, "id">, { now }: By): Change {
  const before = tx.select().from(contacts).where(eq(contacts.id, contact.id)).get()!;
  const after = tx
    .update(contacts)
    .set({ deletedAt: now, updatedAt: now, version: before.version + 1 })
    .where(eq(contacts.id, contact.id))
    .returning()
    .get();
  return { kind: "contact", id: contact.id, before, after };
}

/** Relates the contact that was picked, or makes the one that was named. Throws when neither was. */
export function addRelation(tx: Transaction, { account, contact }: { account: Account; contact: Person | null }, input: NewRelationInput, by: By): Change {
  if (contact) return relateContact(tx, account, contact, input, by);
  const { givenName, familyName, phone, email } = input;
  if (givenName === null) throw new RuleError("contacts.choose_or_new", "contactId");
  const blank = { salutation: null, originId: null, description: null, internalNote: null };
  return relateContact(tx, account, insertContact(tx, { ...blank, givenName, familyName, phone, email, ownerId: by.userId }, by), input, by);
}

/** Says that the person works with the account, and as what. Throws when that was said already. */
export function relateContact(tx: Transaction, account: Account, contact: Person, input: RelationInput, { now }: By): Change {
  if (pairOf(tx, account, contact)) throw new RuleError("contacts.already_related", "contactId");
  requireOrder(input);
  const also = input.isPrimary ? demoteOthers(tx, account, 0, now) : [];
  const row = tx
    .insert(accountContacts)
    .values({ accountId: account.id, contactId: contact.id, ...relationColumns(tx, input), createdAt: now, updatedAt: now })
    .returning()
    .get();
  return { kind: "contact", id: contact.id, accountId: account.id, before: null, after: told(tx, row, account, contact), also };
}

/** Throws when it, or the service, would end before it begins. */
export function editRelation(tx: Transaction, { account, contact, ...relation }: Related, input: RelationInput, { now }: By): Change {
  const before = tx.select().from(accountContacts).where(eq(accountContacts.id, relation.id)).get()!;
  const values = relationColumns(tx, input, before);
  requireOrder(values);
  if (values.serviceStartsOn && values.serviceEndsOn && values.serviceEndsOn < values.serviceStartsOn)
    throw new RuleError("accounts.service_dates", "serviceEndsOn");
  const also = values.isPrimary ? demoteOthers(tx, account, before.id, now) : [];
  const after = tx
    .update(accountContacts)
    .set({ ...values, updatedAt: now, version: before.version + 1 })
    .where(eq(accountContacts.id, before.id))
    .returning()
    .get();
  return { kind: "contact", id: contact.id, accountId: account.id, before: told(tx, before, account, contact), after: told(tx, after, account, contact), also };
}

/** Throws for the last one where a contact always belongs to an account; one in the trash is none. */
export function removeRelation(tx: Transaction, { account, contact, ...relation }: Related): Change {
  const other = tx
    .select({ id: accountContacts.id })
    .from(accountContacts)
    .innerJoin(accounts, and(eq(accounts.id, accountContacts.accountId), isNull(accounts.deletedAt)))
    .where(and(eq(accountContacts.contactId, contact.id), ne(accountContacts.id, relation.id)))
    .get();
  if (!other && needsAccount(tx)) throw new RuleError("contacts.last_relation");
  const before = tx.delete(accountContacts).where(eq(accountContacts.id, relation.id)).returning().get()!;
  return { kind: "contact", id: contact.id, accountId: account.id, before: told(tx, before, account, contact), after: null };
}

function pairOf(tx: Transaction, account: Account, contact: Person): Pick<Relation, "id"> | undefined {
  return tx
    .select({ id: accountContacts.id })
    .from(accountContacts)
    .where(and(eq(accountContacts.accountId, account.id), eq(accountContacts.contactId, contact.id)))
    .get();
}

/** One principal per account: another's turn ends when this one's begins. */
function demoteOthers(tx: Transaction, account: Account, exceptId: number, now: number): NonNullable<Change["also"]> {
  return tx
    .select({ before: accountContacts, contact: contacts })
    .from(accountContacts)
    .innerJoin(contacts, eq(contacts.id, accountContacts.contactId))
    .where(and(eq(accountContacts.accountId, account.id), eq(accountContacts.isPrimary, true), ne(accountContacts.id, exceptId)))
    .all()
    .map(({ before, contact }) => {
      const after = tx
        .update(accountContacts)
        .set({ isPrimary: false, updatedAt: now, version: before.version + 1 })
        .where(eq(accountContacts.id, before.id))
        .returning()
        .get();
      const change = {
        kind: "contact",
        id: contact.id,
        accountId: account.id,
        before: told(tx, before, account, contact),
        after: told(tx, after, account, contact),
      };
      return { name: "relation.edited", change };
    });
}

function relationColumns(tx: Transaction, { role, isPrimary, receivesQuotes, receivesInvoices, receivesCollection, ...dates }: RelationInput, held?: Relation) {
  const { sinceOn, untilOn, serviceStartsOn, serviceEndsOn } = dates;
  return { ...roleColumns(tx, role, held), isPrimary, receivesQuotes, receivesInvoices, receivesCollection, sinceOn, untilOn, serviceStartsOn, serviceEndsOn };
}

function requireOrder({ sinceOn, untilOn }: Pick<RelationInput, "sinceOn" | "untilOn">) {
  if (sinceOn && untilOn && untilOn < sinceOn) throw new RuleError("end_before_start", "untilOn");
}

function accountOf(tx: Transaction, id: number | null): Account | undefined {
  return id === null ? undefined : tx.select({ id: accounts.id, name: accounts.name }).from(accounts).where(eq(accounts.id, id)).get();
}

function needsAccount(tx: Transaction): boolean {
  return tx.select({ needs: company.contactsNeedAccount }).from(company).get()?.needs ?? true;
}

/** A relation as history tells it, with the names it had. */
function told(tx: Transaction, row: Relation, account: Account, contact: Person): Values {
  const { createdAt: _createdAt, updatedAt: _updatedAt, version: _version, roleId: _roleId, ...shown } = row;
  return { ...shown, role: roleText(tx, row), accountName: account.name, contactName: fullName(contact) };
}
