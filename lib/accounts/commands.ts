import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accounts, documents } from "@/db/schema";
import { setAddresses } from "@/lib/addresses/commands";
import { settledAddresses } from "@/lib/addresses/rules";
import { setPoints } from "@/lib/contact-points/commands";
import { settled } from "@/lib/contact-points/rules";
import { RuleError } from "@/lib/core/errors";
import { parsePhone } from "@/lib/core/phones";
import { alphanumerics, emailKey, sortKey, sortKeyOrLast } from "@/lib/core/text";
import type { Change } from "@/lib/events/record";
import { countryCode } from "@/lib/i18n/countries";
import { requireOption, requireOrigin } from "@/lib/settings/require-option";
import { setTags, tagNames } from "@/lib/tags/commands";
import { requireGroup, requireOwner } from "@/lib/users/owner";
import type { AccountInput } from "./forms";
import { homeCountry, keptTaxId, requireTaxId } from "./tax-id";

type By = { userId: number | null; now: number };
type Row = typeof accounts.$inferSelect;

/** Throws when the code is taken, the country unknown or the tax id is not one of its country (unless it is to be saved anyway). */
export function createAccount(tx: Transaction, typed: AccountInput, { userId, now, held }: By & { held?: Held }): Change {
  const { input, points, addresses } = reachOf(typed);
  requireOptions(tx, input, held);
  const values = { ...columnsOf(tx, input), ownerKey: ownerKeyOf(tx, input, held) };
  requireFreeCode(tx, values.code, 0);
  const after = tx
    .insert(accounts)
    .values({ ...values, createdBy: userId, createdAt: now, updatedAt: now })
    .returning()
    .get();
  setTags(tx, { accountId: after.id }, input.tags);
  const told = {
    ...after,
    tags: input.tags,
    ...(points.length > 0 && { points: setPoints(tx, { accountId: after.id }, points, countryFor(tx, after)).after }),
    ...(addresses.length > 0 && { addresses: setAddresses(tx, after.id, addresses, after.country).after }),
  };
  return { kind: "account", id: after.id, accountId: after.id, before: null, after: told, also: keptTaxId(tx, after) };
}

export function editAccount(tx: Transaction, account: Pick<Row, "id">, typed: AccountInput, { now }: By): Change {
  const { input, points, addresses } = reachOf(typed);
  const before = tx.select().from(accounts).where(eq(accounts.id, account.id)).get()!;
  requireOptions(tx, input, before);
  const values = { ...columnsOf(tx, input, before), ownerKey: ownerKeyOf(tx, input, before) };
  requireFreeCode(tx, values.code, account.id);
  const after = tx
    .update(accounts)
    .set({ ...values, updatedAt: now, version: before.version + 1 })
    .where(eq(accounts.id, account.id))
    .returning()
    .get();
  const oldTags = tagNames(tx, { accountId: account.id }).sort();
  setTags(tx, { accountId: account.id }, input.tags);
  const newTags = tagNames(tx, { accountId: account.id }).sort();
  const also = after.taxId === before.taxId ? [] : keptTaxId(tx, after);
  const others = input.setsPoints ? setPoints(tx, { accountId: account.id }, points, countryFor(tx, after)) : undefined;
  const places = input.setsAddresses ? setAddresses(tx, account.id, addresses, after.country) : undefined;
  return {
    kind: "account",
    id: account.id,
    accountId: account.id,
    before: { ...before, tags: oldTags, ...(others && { points: others.before }), ...(places && { addresses: places.before }) },
    after: { ...after, tags: newTags, ...(others && { points: others.after }), ...(places && { addresses: places.after }) },
    also,
  };
}

/** To the trash, from where it can come back. Throws when it has documents: what was sold stays in sight. */
export function trashAccount(tx: Transaction, account: Pick<Row, "id">, { now }: By): Change {
  if (tx.select({ id: documents.id }).from(documents).where(eq(documents.accountId, account.id)).limit(1).get()) throw new RuleError("accounts.has_documents");
  const before = tx.select().from(accounts).where(eq(accounts.id, account.id)).get()!;
  const after = tx
    .update(accounts)
    .set({ deletedAt: now, updatedAt: now, version: before.version + 1 })
    .where(eq(accounts.id, account.id))
    .returning()
    .get();
  return { kind: "account", id: account.id, accountId: account.id, before, after };
}

/** The main phone, mailbox and address by what the rows say; rows that were not shown say nothing. */
function reachOf(typed: AccountInput) {
  const { main, others: addresses } = typed.setsAddresses ? settledAddresses(typed, typed.addresses) : { main: typed, others: [] };
  if (!typed.setsPoints) return { input: main, points: [], addresses };
  const { reach, others } = settled(main, typed.points);
  return { input: reach, points: others, addresses };
}

function countryFor(tx: Transaction, { country }: Pick<Row, "country">): string {
  return country ?? homeCountry(tx);
}

/** What a form says as columns, with the keys that sorting and searching use. */
function columnsOf(
  tx: Transaction,
  {
    tags: _tags,
    points: _points,
    setsPoints: _setsPoints,
    addresses: _addresses,
    setsAddresses: _setsAddresses,
    saveTaxIdAnyway,
    saveDuplicateAnyway,
    ...input
  }: AccountInput,
  stored?: Pick<Row, "id" | "taxId">,
) {
  const home = homeCountry(tx);
  const country = countryOf(input.country, home);
  if (input.taxId !== (stored?.taxId ?? null)) requireTaxId(tx, stored?.id ?? null, { ...input, country }, saveTaxIdAnyway || saveDuplicateAnyway);
  return {
    ...input,
    country,
    nameKey: sortKey(input.name),
    cityKey: sortKeyOrLast(input.city),
    taxIdKey: input.taxId && alphanumerics(input.taxId),
    phoneE164: (input.phone && parsePhone(input.phone, country ?? home).e164) ?? null,
    emailKey: input.email && emailKey(input.email),
  };
}

type Chosen = Pick<Row, "categoryId" | "industryId" | "interestId" | "originId">;
/** What was chosen before and may have been retired since, and whose it was, who may have left. */
type Held = Partial<Chosen & Pick<Row, "ownerId">>;

function requireOptions(tx: Transaction, { categoryId, industryId, interestId, originId }: Chosen, held?: Held) {
  requireOption(tx, "account_category", { id: categoryId, held: held?.categoryId, field: "categoryId" });
  requireOption(tx, "industry", { id: industryId, held: held?.industryId, field: "industryId" });
  requireOption(tx, "interest_level", { id: interestId, held: held?.interestId, field: "interestId" });
  requireOrigin(tx, originId, held?.originId);
}

/** Of a colleague or of a group, never of both. */
export function ownerKeyOf(tx: Transaction, { ownerId, ownerGroupId }: Pick<AccountInput, "ownerId" | "ownerGroupId">, held?: Held): string {
  if (ownerGroupId !== null && ownerId !== null) throw new RuleError("accounts.one_owner", "ownerId");
  if (ownerGroupId !== null) return sortKey(requireGroup(tx, ownerGroupId).name);
  return ownerId === null ? sortKeyOrLast(null) : sortKey(requireOwner(tx, ownerId, held?.ownerId).name);
}

function countryOf(text: string | null, home: string): string | null {
  if (text === null) return home === "XX" ? null : home;
  const code = countryCode(text);
  if (code === undefined) throw new RuleError("invalid_country", "country");
  return code;
}

function requireFreeCode(tx: Transaction, code: string | null, id: number) {
  if (code === null) return;
  const holder = tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.code, code), isNull(accounts.deletedAt), ne(accounts.id, id)))
    .get();
  if (holder) throw new RuleError("taken", "code", { text: code });
}
