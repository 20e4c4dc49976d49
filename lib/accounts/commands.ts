import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accounts, accountTags, documents, tags } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import { parsePhone } from "@/lib/core/phones";
import { alphanumerics, emailKey, sortKey, sortKeyOrLast } from "@/lib/core/text";
import type { Change } from "@/lib/events/record";
import { countryCode } from "@/lib/i18n/countries";
import { requireOwner } from "@/lib/users/owner";
import type { AccountInput } from "./forms";
import { homeCountry, keptTaxId, requireTaxId } from "./tax-id";

type By = { userId: number | null; now: number };
type Row = typeof accounts.$inferSelect;

/** Throws when the code is taken, the country unknown or the tax id is not one of its country (unless it is to be saved anyway). */
export function createAccount(tx: Transaction, input: AccountInput, { userId, now }: By): Change {
  const values = columnsOf(tx, input);
  requireFreeCode(tx, values.code, 0);
  const after = tx
    .insert(accounts)
    .values({ ...values, createdBy: userId, createdAt: now, updatedAt: now })
    .returning()
    .get();
  setTags(tx, after.id, input.tags);
  return { kind: "account", id: after.id, accountId: after.id, before: null, after: { ...after, tags: input.tags }, also: keptTaxId(tx, after) };
}

export function editAccount(tx: Transaction, account: Pick<Row, "id">, input: AccountInput, { now }: By): Change {
  const before = tx.select().from(accounts).where(eq(accounts.id, account.id)).get()!;
  const values = columnsOf(tx, input, before);
  requireFreeCode(tx, values.code, account.id);
  const after = tx
    .update(accounts)
    .set({ ...values, updatedAt: now, version: before.version + 1 })
    .where(eq(accounts.id, account.id))
    .returning()
    .get();
  const oldTags = tagNames(tx, account.id);
  setTags(tx, account.id, input.tags);
  const also = after.taxId === before.taxId ? [] : keptTaxId(tx, after);
  return { kind: "account", id: account.id, accountId: account.id, before: { ...before, tags: oldTags }, after: { ...after, tags: input.tags }, also };
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

/** What a form says as columns, with the keys that sorting and searching use. */
function columnsOf(tx: Transaction, { tags: _tags, saveTaxIdAnyway, ...input }: AccountInput, stored?: Pick<Row, "id" | "taxId">) {
  const home = homeCountry(tx);
  const country = countryOf(input.country, home);
  if (input.taxId !== (stored?.taxId ?? null)) requireTaxId(tx, stored?.id ?? null, { ...input, country }, saveTaxIdAnyway);
  return {
    ...input,
    country,
    nameKey: sortKey(input.name),
    cityKey: sortKeyOrLast(input.city),
    ownerKey: input.ownerId === null ? sortKeyOrLast(null) : sortKey(requireOwner(tx, input.ownerId).name),
    taxIdKey: input.taxId && alphanumerics(input.taxId),
    phoneE164: (input.phone && parsePhone(input.phone, country ?? home).e164) ?? null,
    emailKey: input.email && emailKey(input.email),
  };
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

function tagNames(tx: Transaction, accountId: number): string[] {
  return tx
    .select({ name: tags.name })
    .from(accountTags)
    .innerJoin(tags, eq(tags.id, accountTags.tagId))
    .where(eq(accountTags.accountId, accountId))
    .all()
    .map(({ name }) => name);
}

function setTags(tx: Transaction, accountId: number, names: string[]) {
  tx.delete(accountTags).where(eq(accountTags.accountId, accountId)).run();
  if (names.length === 0) return;
  const rows = names.map((name) => ({ name, nameKey: sortKey(name) }));
  tx.insert(tags).values(rows).onConflictDoNothing().run();
  const ids = tx
    .select({ id: tags.id })
    .from(tags)
    .where(
      inArray(
        tags.nameKey,
        rows.map(({ nameKey }) => nameKey),
      ),
    )
    .all();
  tx.insert(accountTags)
    .values(ids.map(({ id }) => ({ accountId, tagId: id })))
    .run();
}
