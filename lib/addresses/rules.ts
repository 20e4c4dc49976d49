import type { AddressInput, MainAddress, Place } from "./forms";

/** Which is marked as the principal one changes places with the one that was; of who has none, the first takes the place. */
export function settledAddresses<Main extends MainAddress>(main: Main, rows: readonly AddressInput[]): { main: Main; others: AddressInput[] } {
  const chosen = rows.find(({ isMain }) => isMain) ?? (isBlank(main) ? rows[0] : undefined);
  if (!chosen) return { main, others: [...rows] };
  const { use, isMain: _isMain, ...place } = chosen;
  const others = rows.flatMap((row) => (row === chosen ? formerOf(main) : [{ ...row, isMain: false }]));
  return { main: { ...main, ...place, addressUse: use }, others };
}

function formerOf(main: MainAddress): AddressInput[] {
  if (isBlank(main)) return [];
  const { addressUse, addressReference, city, region, postalCode, country } = main;
  // Of some only the town is known: then that is the address.
  const address = main.address ?? addressReference ?? city ?? region ?? "";
  return [{ use: addressUse ?? "other", address, addressReference, city, region, postalCode, country, isMain: false }];
}

function isBlank({ address, addressReference, city, region }: Place): boolean {
  return [address, addressReference, city, region].every((said) => said === null);
}
