import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountAddresses } from "@/db/schema";
import { countryCode } from "@/lib/i18n/countries";
import type { AddressInput } from "./forms";
import { addressText } from "./values";

/** Puts these in the place of those there are, and tells both in words. Without a country they are at `home`. */
export function setAddresses(tx: Transaction, accountId: number, rows: readonly AddressInput[], home: string | null): { before: string[]; after: string[] } {
  const held = eq(accountAddresses.accountId, accountId);
  const before = tx.select().from(accountAddresses).where(held).orderBy(accountAddresses.position).all();
  tx.delete(accountAddresses).where(held).run();
  const after = rows.map(({ isMain: _isMain, country, ...row }, position) => ({
    ...{ ...row, accountId, position },
    country: country === null ? home : countryCode(country)!,
  }));
  if (after.length > 0) tx.insert(accountAddresses).values(after).run();
  return { before: before.map(addressText), after: after.map(addressText) };
}
