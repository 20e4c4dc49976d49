import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountContacts, accounts, contacts, users } from "@/db/schema";
import { homeCountry } from "@/lib/accounts/tax-id";
import { setPoints } from "@/lib/contact-points/commands";
import type { PointInput } from "@/lib/contact-points/forms";
import { settled } from "@/lib/contact-points/rules";
import { RuleError } from "@/lib/core/errors";
import { parsePhone } from "@/lib/core/phones";
import { emailKey, sortKey } from "@/lib/core/text";
import type { Change, Values } from "@/lib/events/record";
import type { ContactInput, NewRelationInput, PersonInput, RelationInput } from "./forms";
import { fullName } from "./rules";

export type By = { userId: number | null; now: number };
type Row = typeof contacts.$inferSelect;
type Relation = typeof accountContacts.$inferSelect;
type Account = { id: number; name: string };
type Person = { id: number; givenName: string; familyName: string };

/** A relation with both its ends, as it was found. */
export type Related = { id: number; account: Account; contact: Person };

/** A contact always belongs to an account: both are made at once. Throws when the owner is not an active user. */
export function createContact(tx: Transaction, input: ContactInput, by: By): Change {
  const account = tx.select({ id: accounts.id, name: accounts.name }).from(accounts).where(eq(accounts.id, input.accountId)).get();
  if (!account) throw new RuleError("contacts.no_account", "accountId");
  const after = insertContact(tx, input, by);
  const { after: relation, also } = relateContact(tx, account, after, input, by);
  return { kind: "contact", id: after.id, accountId: account.id, before: null, after: { ...after, relation }, also };
}

export function editContact(tx: Transaction, contact: Pick<Row, "id">, typed: PersonInput, { now }: By): Change {
  const { input, points } = reachOf(typed);
  const before = tx.select().from(contacts).where(eq(contacts.id, contact.id)).get()!;
  const after = tx
    .update(contacts)
    .set({ ...columnsOf(tx, input), updatedAt: now, version: before.version + 1 })
    .where(eq(contacts.id, contact.id))
    .returning()
    .get();
  if (points === undefined) return { kind: "contact", id: contact.id, before, after };
  const others = setPoints(tx, { contactId: contact.id }, points, homeCountry(tx));
  return { kind: "contact", id: contact.id, before: { ...before, points: others.before }, after: { ...after, points: others.after } };
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
  const also = input.isPrimary ? demoteOthers(tx, account, 0, now) : [];
  const row = tx
    .insert(accountContacts)
    .values({ accountId: account.id, contactId: contact.id, ...relationColumns(input), createdAt: now, updatedAt: now })
    .returning()
    .get();
  return { kind: "contact", id: contact.id, accountId: account.id, before: null, after: told(row, account, contact), also };
}

/** Throws when the service would end before it begins. */
export function editRelation(tx: Transaction, { account, contact, ...relation }: Related, input: RelationInput, { now }: By): Change {
  const before = tx.select().from(accountContacts).where(eq(accountContacts.id, relation.id)).get()!;
  const values = relationColumns(input);
  if (values.serviceStartsOn && values.serviceEndsOn && values.serviceEndsOn < values.serviceStartsOn)
    throw new RuleError("accounts.service_dates", "serviceEndsOn");
  const also = values.isPrimary ? demoteOthers(tx, account, before.id, now) : [];
  const after = tx
    .update(accountContacts)
    .set({ ...values, updatedAt: now, version: before.version + 1 })
    .where(eq(accountContacts.id, before.id))
    .returning()
    .get();
  return { kind: "contact", id: contact.id, accountId: account.id, before: told(before, account, contact), after: told(after, account, contact), also };
}

/** Throws for the last one: a contact always belongs to an account. */
export function removeRelation(tx: Transaction, { account, contact, ...relation }: Related): Change {
  const other = tx
    .select({ id: accountContacts.id })
    .from(accountContacts)
    .where(and(eq(accountContacts.contactId, contact.id), ne(accountContacts.id, relation.id)))
    .get();
  if (!other) throw new RuleError("contacts.last_relation");
  const before = tx.delete(accountContacts).where(eq(accountContacts.id, relation.id)).returning().get()!;
  return { kind: "contact", id: contact.id, accountId: account.id, before: told(before, account, contact), after: null };
}

function insertContact(tx: Transaction, typed: PersonInput, { userId, now }: By): Row & { points?: string[] } {
  const { input, points = [] } = reachOf(typed);
  const after = tx
    .insert(contacts)
    .values({ ...columnsOf(tx, input), createdBy: userId, createdAt: now, updatedAt: now })
    .returning()
    .get();
  return points.length === 0 ? after : { ...after, points: setPoints(tx, { contactId: after.id }, points, homeCountry(tx)).after };
}

/** The main phone and mailbox by what the rows say; undefined rows were not shown and say nothing. */
function reachOf(typed: PersonInput): { input: PersonInput; points?: PointInput[] } {
  const { setsPoints, points, phoneUse = null, emailUse = null } = typed;
  if (!setsPoints || !points) return { input: typed };
  const { reach, others } = settled({ ...typed, phoneUse, emailUse }, points);
  return { input: reach, points: others };
}

/** What a form says as columns, with the keys that sorting and searching use. */
function columnsOf(tx: Transaction, { familyName, setsPoints: _setsPoints, points: _points, ...input }: PersonInput) {
  const { salutation, givenName, phone, email, phoneUse, emailUse, originId, ownerId, description, internalNote } = input;
  requireOwner(tx, ownerId);
  return {
    ...{ salutation, givenName, phone, email, phoneUse, emailUse, originId, ownerId, description, internalNote },
    familyName: familyName ?? "",
    nameKey: sortKey(fullName({ givenName, familyName })),
    phoneE164: (phone && parsePhone(phone, homeCountry(tx)).e164) ?? null,
    emailKey: email && emailKey(email),
  };
}

function requireOwner(tx: Transaction, ownerId: number | null) {
  if (ownerId === null) return;
  const owner = tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, ownerId), eq(users.isActive, true)))
    .get();
  if (!owner) throw new RuleError("not_in_list", "ownerId");
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
      const change = { kind: "contact", id: contact.id, accountId: account.id, before: told(before, account, contact), after: told(after, account, contact) };
      return { name: "relation.edited", change };
    });
}

function relationColumns({ role, isPrimary, receivesQuotes, receivesInvoices, receivesCollection, serviceStartsOn, serviceEndsOn }: RelationInput) {
  return { role, isPrimary, receivesQuotes, receivesInvoices, receivesCollection, serviceStartsOn, serviceEndsOn };
}

/** A relation as history tells it, with the names it had. */
function told({ createdAt: _createdAt, updatedAt: _updatedAt, version: _version, ...row }: Relation, account: Account, contact: Person): Values {
  return { ...row, accountName: account.name, contactName: fullName(contact) };
}
