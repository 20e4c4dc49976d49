import type { AddressUse } from "@/db/vocabulary";
import { countryName } from "@/lib/i18n/countries";
import { t } from "@/lib/i18n/words";
import type { Place } from "./forms";

export type AddressValues = Place & { use: AddressUse };

/** What the form shows of them, row by row. */
export function addressValues(addresses: readonly AddressValues[]): AddressValues[] {
  return addresses.map(({ use, address, addressReference, city, region, postalCode, country }) => ({
    ...{ use, address, addressReference, city, region, postalCode },
    country: country && countryName(country),
  }));
}

/** One address whole, as history and a comparison tell it. */
export function addressText({ use, address, addressReference, city, region, postalCode, country }: AddressValues): string {
  const place = [address, addressReference, postalCode, city, region, country && countryName(country)].filter(Boolean).join(", ");
  return `${t(`accounts.addresses.uses.${use}`)}: ${place}`;
}

/** Where a map looks for it. */
export function mapLink({ address, city, region, country }: Pick<Place, "address" | "city" | "region" | "country">): string {
  const place = [address, city, region, country && countryName(country)].filter(Boolean).join(", ");
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}`;
}
