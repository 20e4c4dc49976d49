import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountAddresses } from "@/db/schema";
import { countryCode } from "@/lib/i18n/countries";
import type { AddressInput } from "./forms";

/** Puts these in the place of those there are, and tells both in words. Without a country they are at `home`. */
export function setAddresses(tx: Transaction, accountId: number, rows: readonly AddressInput[], home: string | null): { before: string[]; after: string[] } {
  const held = eq(accountAddresses.accountId, accountId);
  const before = tx.select({ address: accountAddresses.address, city: accountAddresses.city }).from(accountAddresses).where(held).all();
  tx.delete(accountAddresses).where(held).run();
  const after = rows.map(({ isMain: _isMain, country, ...row }, position) => ({
    ...{ ...row, accountId, position },
    country: country === null ? home : countryCode(country)!,
  }));
  if (after.length > 0) tx.insert(accountAddresses).values(after).run();
  return { before: before.map(told), after: after.map(told) };
}

function told({ address, city }: { address: string; city: string | null }): string {
  return [address, city].filter(Boolean).join(", ");
}
