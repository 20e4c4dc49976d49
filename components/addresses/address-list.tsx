import type { AddressUse } from "@/db/vocabulary";
import type { Place } from "@/lib/addresses/forms";
import type { Address } from "@/lib/addresses/queries";
import { mapLink } from "@/lib/addresses/values";
import { countryName } from "@/lib/i18n/countries";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";

/** Every address with its map, the principal one first. */
export function AddressList({ main, addresses }: { main: Place & { addressUse: AddressUse | null }; addresses: readonly Address[] }) {
  return (
    <ul className="lines">
      {(main.address || main.city) && <AddressLine {...main} use={main.addressUse} isMain={addresses.length > 0} />}
      {addresses.map((one) => (
        <AddressLine key={one.id} {...one} />
      ))}
    </ul>
  );
}

function AddressLine({ use, isMain, ...place }: Place & { use: AddressUse | null; isMain?: boolean }) {
  const { address, addressReference, city, region, postalCode, country } = place;
  const abroad = country !== null && country !== current().pack.code && countryName(country);
  const said = [use && t(`accounts.addresses.uses.${use}`), isMain && t("contacts.points.main").toLowerCase()].filter(Boolean).join(" · ");
  const town = [[postalCode, [city, region].filter(Boolean).join(", ")].filter(Boolean).join(" "), abroad].filter(Boolean).join(", ");
  return (
    <li className="line work">
      <div>
        {address && <p>{address}</p>}
        {town && <p>{town}</p>}
        {addressReference && <small>{addressReference}</small>}
        {said && <small>{said}</small>}
      </div>
      <a href={mapLink(place)} aria-label={t("accounts.addresses.map_of", { address: address ?? city ?? "" })}>
        {t("accounts.map")}
      </a>
    </li>
  );
}
