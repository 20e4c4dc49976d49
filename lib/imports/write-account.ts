import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accounts } from "@/db/schema";
import type { Owned } from "@/lib/access/viewer";
import { createAccount, editAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { canAssignAccount, canCreateAccount, canEditAccount } from "@/lib/accounts/policy";
import { findAccount, tagsOfAccount } from "@/lib/accounts/queries";
import { accountValues } from "@/lib/accounts/values";
import { canRelate } from "@/lib/contacts/policy";
import { RuleError } from "@/lib/core/errors";
import { alphanumerics, fold, sortKey } from "@/lib/core/text";
import { countryName } from "@/lib/i18n/countries";
import { accountColumns } from "./asked";
import { otherPoints } from "./other-points";
import { ownerNamed, ownerOf, whoComesIn } from "./owner";
import type { AccountRecord } from "./records";
import { writeContact } from "./write-contact";
import { changesBetween, type Importer, remember, requireColumns, type Written, wellFormed } from "./writing";

/** The account a row tells of, made or changed as its importer could by hand, with its contact. */
export function writeAccount(tx: Transaction, record: AccountRecord, importer: Importer): Written {
  const found = matchingAccount(tx, record, importer);
  const account = found ? changeAccount(tx, found, record, importer) : addAccount(tx, record, importer);
  if (!record.contact) return account;

  const inCharge = record.owner === undefined ? undefined : whoComesIn(tx, ownerOf(tx, storedOf(tx, account.recordId)));
  const contact = writeContact(tx, { ...ownershipOf(found, importer), id: account.recordId, name: record.name, inCharge }, record.contact, importer);
  const isChanged = account.outcome === "unchanged" && contact.length > 0;
  return { ...account, outcome: isChanged ? "changed" : account.outcome, reasons: found ? [...account.reasons, ...contact] : [] };
}

/** Two rows with one key tell of one account. */
export function accountKey({ code, taxId, name }: AccountRecord): string {
  if (code) return `code ${code}`;
  return taxId ? `tax ${alphanumerics(taxId)}` : `name ${sortKey(name)}`;
}

function addAccount(tx: Transaction, record: AccountRecord, importer: Importer): Written {
  const { viewer, now } = importer;
  if (!canCreateAccount(viewer)) throw new RuleError("imports.may_not_create");
  const { fields } = otherPoints(tx, record, record.address.country || importer.country);
  const owner = record.owner === undefined ? undefined : ownerNamed(tx, record.owner);
  if (owner && owner.value !== String(viewer.userId) && !canAssignAccount(viewer)) throw new RuleError("imports.may_not_assign", "owner");
  const ownerId = owner?.value ?? viewer.userId;
  const input = wellFormed(accountForm, { country: importer.country || undefined, ...typed(record), ...fields, ownerId });
  requireColumns(tx, importer, "account.created", input, accountColumns);
  const change = createAccount(tx, input, { userId: viewer.userId, now });
  remember(tx, importer, "account.created", change);
  return { outcome: "new", recordId: change.id, reasons: [] };
}

function changeAccount(tx: Transaction, found: NonNullable<ReturnType<typeof findAccount>>, record: AccountRecord, importer: Importer): Written {
  const { viewer, now } = importer;
  // Not from the scope: what is hidden from the importer must stay as it is.
  const stored = storedOf(tx, found.id);
  const incoming = typed(record);
  const others = otherPoints(tx, record, stored.country ?? importer.country, stored);
  const given = givenTo(tx, stored, record);
  const reasons = [...changesBetween(stored, incoming), ...others.reasons, ...(given?.reasons ?? [])].map(inTargets);
  if (reasons.length === 0) return { outcome: "unchanged", recordId: found.id, reasons };
  if (!canEditAccount(viewer, found)) throw new RuleError("imports.may_not_edit");
  if (given && !canAssignAccount(viewer, found)) throw new RuleError("imports.may_not_assign", "owner");

  const values = accountValues({ ...stored, principals: [] }, tagsOfAccount(importer.scope, found.id));
  const input = wellFormed(accountForm, { ...values, ...incoming, ...others.fields, ...given?.fields });
  requireColumns(tx, importer, "account.edited", input, accountColumns);
  remember(tx, importer, "account.edited", editAccount(tx, found, input, { userId: viewer.userId, now }));
  return { outcome: "changed", recordId: found.id, reasons };
}

function storedOf(tx: Transaction, id: number) {
  return tx.select().from(accounts).where(eq(accounts.id, id)).get()!;
}

/** Another in charge than now, when the row names one. Whoever is so called is left there, though others are called so too, or they left. */
function givenTo(tx: Transaction, stored: typeof accounts.$inferSelect, { owner }: AccountRecord) {
  if (owner === undefined) return undefined;
  const was = ownerOf(tx, stored);
  if (was.value !== "" && fold(was.name) === fold(owner)) return undefined;
  const becomes = ownerNamed(tx, owner);
  return was.value === becomes.value ? undefined : { fields: { ownerId: becomes.value }, reasons: [{ field: "owner", was: was.name, becomes: becomes.name }] };
}

/** What a row adds is the importer's, as is what they may do with it. */
function ownershipOf(found: Owned | undefined, { viewer }: Importer) {
  return { ownerId: found ? found.ownerId : viewer.userId, principals: found?.principals, mayRelate: !found || canRelate(viewer, found) };
}

/** By code, else by tax id, else by its very name; never one whose code or tax id says that it is another. */
function matchingAccount(tx: Transaction, record: AccountRecord, { scope }: Importer) {
  const taxIdKey = record.taxId && alphanumerics(record.taxId);
  const isOther = (one: { code: string | null; taxIdKey: string | null }) =>
    (record.code && one.code && one.code !== record.code) || (taxIdKey && one.taxIdKey && one.taxIdKey !== taxIdKey);
  const steps = [
    record.code ? eq(accounts.code, record.code) : undefined,
    taxIdKey ? eq(accounts.taxIdKey, taxIdKey) : undefined,
    eq(accounts.nameKey, sortKey(record.name)),
  ];

  for (const [step, condition] of steps.entries()) {
    if (!condition) continue;
    const candidates = tx
      .select({ id: accounts.id, code: accounts.code, taxIdKey: accounts.taxIdKey })
      .from(accounts)
      .where(and(condition, isNull(accounts.deletedAt)))
      .limit(20)
      .all();
    const seen = candidates.filter((one) => step === 0 || !isOther(one)).flatMap(({ id }) => findAccount(scope, id) ?? []);
    if (seen.length > 1) throw new RuleError("imports.ambiguous", "name", { text: record.name });
    if (seen[0]) return seen[0];
  }
  return undefined;
}

/** A row as the form of accounts has it; what it does not say is left out, so that it erases nothing. */
function typed({ address, contact: _contact, otherPhone: _phone, otherEmail: _email, owner: _owner, ...record }: AccountRecord) {
  const { line1, ...place } = address;
  const fields = { ...record, address: line1, ...place };
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function inTargets({ field, was, becomes }: { field: string; was: string; becomes: string }) {
  const shown = field === "country" ? { was: was && countryName(was), becomes: countryName(becomes) } : { was, becomes };
  return { field: field === "address" ? "line1" : field, code: "imports.change", values: shown };
}
