import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountAddresses } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import { countryCode } from "@/lib/i18n/countries";
import type { AddressInput } from "./forms";
import { addressText } from "./values";

/** Puts these in the place of those there are, and tells both in words. Without a country they are at `home`. Throws at the principal address,
 *  which may have become one of these, when its country is none. */
export function setAddresses(tx: Transaction, accountId: number, rows: readonly AddressInput[], home: string | null): { before: string[]; after: string[] } {
  const held = eq(accountAddresses.accountId, accountId);
  const before = tx.select().from(accountAddresses).where(held).orderBy(accountAddresses.position).all();
  tx.delete(accountAddresses).where(held).run();
  const after = rows.map(({ isMain: _isMain, country, ...row }, position) => ({
    ...{ ...row, accountId, position },
    country: country === null ? home : countryOf(country),
  }));
  if (after.length > 0) tx.insert(accountAddresses).values(after).run();
  return { before: before.map(addressText), after: after.map(addressText) };
}

function countryOf(text: string): string {
  const code = countryCode(text);
  if (code === undefined) throw new RuleError("invalid_country", "country");
  return code;
}
