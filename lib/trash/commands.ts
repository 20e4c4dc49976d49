import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountContacts, accounts, company, contacts, prospects } from "@/db/schema";
import { changeOf as activityChange, activityRow, saveActivity } from "@/lib/activities/save";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { changeOf as prospectChange, rowOf, save } from "@/lib/prospects/commands";

type By = { now: number };
type Ref = { id: number };
type Account = typeof accounts.$inferSelect;

/* Each takes a record found in the trash and puts it back as it was, with a new version: a form drawn before it was thrown away is out of date. */

/** Throws when its code is another's by now, which may be out of sight, or, unless it is meant, its identification. */
export function restoreAccount(tx: Transaction, { id }: Ref, { saveDuplicateAnyway }: { saveDuplicateAnyway: boolean }, { now }: By): Change {
  const before = tx.select().from(accounts).where(eq(accounts.id, id)).get()!;
  requireFreeCode(tx, before);
  if (!saveDuplicateAnyway) requireFreeTaxId(tx, before);
  const after = tx
    .update(accounts)
    .set({ deletedAt: null, updatedAt: now, version: before.version + 1 })
    .where(eq(accounts.id, id))
    .returning()
    .get();
  return { kind: "account", id, accountId: id, before, after };
}

/** Throws while every account they work in is in the trash, where a contact always belongs to one. */
export function restoreContact(tx: Transaction, { id }: Ref, { now }: By): Change {
  const before = tx.select().from(contacts).where(eq(contacts.id, id)).get()!;
  requireAnyAccount(tx, id);
  const after = tx
    .update(contacts)
    .set({ deletedAt: null, updatedAt: now, version: before.version + 1 })
    .where(eq(contacts.id, id))
    .returning()
    .get();
  return { kind: "contact", id, before, after };
}

/** Throws while the account it is about is in the trash. */
export function restoreProspect(tx: Transaction, { id }: Ref, { now }: By): Change {
  const before = rowOf(tx, id);
  requireAccount(tx, before.accountId);
  return prospectChange(before, save(tx, before, { deletedAt: null }, now));
}

/** Throws while what it is filed under is in the trash. Of a series, this time alone. */
export function restoreActivity(tx: Transaction, { id }: Ref, { now }: By): Change {
  const before = activityRow(tx, id);
  requireAbove(tx, before);
  return activityChange(before, saveActivity(tx, before, { deletedAt: null }, now));
}

/** Throws while the prospect or the account that something is filed under is in the trash. */
export function requireAbove(tx: Transaction, { prospectId, accountId }: { prospectId: number | null; accountId: number | null }) {
  requireProspect(tx, prospectId);
  requireAccount(tx, accountId);
}

function requireFreeCode(tx: Transaction, { id, code }: Account) {
  if (code !== null && anotherWith(tx, id, eq(accounts.code, code))) throw new RuleError("trash.code_taken", "", { code });
}

function requireFreeTaxId(tx: Transaction, { id, taxId, taxIdKey }: Account) {
  if (taxIdKey === null || tx.select({ asks: company.asksDuplicates }).from(company).get()?.asks === false) return;
  const other = anotherWith(tx, id, eq(accounts.taxIdKey, taxIdKey));
  if (other) throw new RuleError("trash.tax_id_taken", "", { taxId: taxId!, name: other.name }, "saveDuplicateAnyway");
}

function anotherWith(tx: Transaction, id: number, condition: ReturnType<typeof eq>) {
  return tx
    .select({ name: accounts.name })
    .from(accounts)
    .where(and(condition, ne(accounts.id, id), isNull(accounts.deletedAt)))
    .limit(1)
    .get();
}

function requireAnyAccount(tx: Transaction, contactId: number) {
  if (tx.select({ needs: company.contactsNeedAccount }).from(company).get()?.needs === false) return;
  const related = tx
    .select({ deletedAt: accounts.deletedAt })
    .from(accountContacts)
    .innerJoin(accounts, eq(accounts.id, accountContacts.accountId))
    .where(eq(accountContacts.contactId, contactId))
    .all();
  if (related.length > 0 && related.every(({ deletedAt }) => deletedAt !== null)) throw new RuleError("trash.account_first");
}

function requireAccount(tx: Transaction, id: number | null) {
  const account = id === null ? undefined : tx.select({ deletedAt: accounts.deletedAt }).from(accounts).where(eq(accounts.id, id)).get();
  if (account && account.deletedAt !== null) throw new RuleError("trash.account_first");
}

function requireProspect(tx: Transaction, id: number | null) {
  const prospect = id === null ? undefined : tx.select({ deletedAt: prospects.deletedAt }).from(prospects).where(eq(prospects.id, id)).get();
  if (prospect && prospect.deletedAt !== null) throw new RuleError("trash.prospect_first");
}
