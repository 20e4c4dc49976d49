import { and, eq, isNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountContacts, contacts } from "@/db/schema";
import type { Owned } from "@/lib/access/viewer";
import { createContact, editContact, editRelation } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { canAssignContact, canCreateContact, canEditContact, canEditRelation } from "@/lib/contacts/policy";
import { findContact } from "@/lib/contacts/queries";
import { roleText } from "@/lib/contacts/roles";
import { fullName } from "@/lib/contacts/rules";
import { RuleError } from "@/lib/core/errors";
import { emailKey, sortKey } from "@/lib/core/text";
import { contactColumns } from "./asked";
import type { Reason } from "./cells";
import type { ContactRecord } from "./records";
import { changesBetween, type Importer, remember, requireColumns, wellFormed } from "./writing";

/** `inCharge` is whom the row names, as a form has it. */
type Account = Owned & { id: number; name: string; mayRelate: boolean; inCharge?: string };

/** The contact of a row within its account. Answers what changes; nothing when it was there just so. */
export function writeContact(tx: Transaction, account: Account, record: ContactRecord, importer: Importer): Reason[] {
  const known = knownContact(tx, account, record);
  if (!known) return addContact(tx, account, record, importer);

  const { role, ...person } = record;
  const personal = changesBetween(known.contact, defined({ phone: person.phone, email: person.email }));
  const relation = { ...known.relation, role: roleText(tx, known.relation) };
  const relational = changesBetween(relation, defined({ role }));
  if (personal.length > 0) changePerson(tx, known.contact, person, importer);
  if (relational.length > 0) {
    if (!canEditRelation(importer.viewer, account)) throw new RuleError("imports.may_not_edit", "contactRole");
    const change = editRelation(tx, { id: known.relation.id, account, contact: known.contact }, { ...relation, role: role! }, by(importer));
    remember(tx, importer, "relation.edited", change);
  }
  return [...personal, ...relational].map(({ field, was, becomes }) => ({ field: targets[field]!, code: "imports.change", values: { was, becomes } }));
}

const targets: Record<string, string> = { phone: "contactPhone", email: "contactEmail", role: "contactRole" };

function addContact(tx: Transaction, account: Account, record: ContactRecord, importer: Importer): Reason[] {
  const { viewer } = importer;
  if (!account.mayRelate || !canCreateContact(viewer, account)) throw new RuleError("imports.may_not_create", "contactName");
  const isPrimary = primaryOf(tx, account) === undefined;
  const ownerId = account.inCharge && canAssignContact(viewer) ? account.inCharge : viewer.userId;
  const input = wellFormed(contactForm, { ...record, accountId: account.id, ownerId, isPrimary });
  requireColumns(tx, importer, "contact.created", input, contactColumns);
  remember(tx, importer, "contact.created", createContact(tx, input, by(importer)));
  return [{ field: "contactName", code: "imports.change", values: { was: "", becomes: fullName(record) } }];
}

function changePerson(tx: Transaction, contact: typeof contacts.$inferSelect, { phone, email }: ContactRecord, importer: Importer) {
  const seen = findContact(importer.scope, contact.id);
  if (!seen || !canEditContact(importer.viewer, seen)) throw new RuleError("imports.may_not_edit", "contactName");
  const input = { ...contact, phone: phone ?? contact.phone, email: email ?? contact.email };
  requireColumns(tx, importer, "contact.edited", { familyName: input.familyName, phone: input.phone, email: input.email }, contactColumns);
  remember(tx, importer, "contact.edited", editContact(tx, contact, input, by(importer)));
}

/** By the same name, or by the same address, among those who work there. */
function knownContact(tx: Transaction, { id }: Account, record: ContactRecord) {
  const sameName = eq(contacts.nameKey, sortKey(fullName(record)));
  const same = record.email ? or(sameName, eq(contacts.emailKey, emailKey(record.email))) : sameName;
  return tx
    .select({ contact: contacts, relation: accountContacts })
    .from(accountContacts)
    .innerJoin(contacts, eq(contacts.id, accountContacts.contactId))
    .where(and(eq(accountContacts.accountId, id), isNull(contacts.deletedAt), same))
    .limit(1)
    .get();
}

function primaryOf(tx: Transaction, { id }: Account) {
  return tx
    .select({ id: accountContacts.id })
    .from(accountContacts)
    .where(and(eq(accountContacts.accountId, id), eq(accountContacts.isPrimary, true)))
    .get();
}

function by({ viewer, now }: Importer) {
  return { userId: viewer.userId, now };
}

function defined(fields: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
