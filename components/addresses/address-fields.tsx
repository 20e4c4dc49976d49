import { RegionField } from "@/components/forms/region-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-fields";
import { type AddressUse, addressUses } from "@/db/vocabulary";
import type { MainAddress } from "@/lib/addresses/forms";
import type { AddressValues } from "@/lib/addresses/values";
import { divisionNames } from "@/lib/i18n/division-names";
import { t } from "@/lib/i18n/words";
import { AddressRows } from "./address-rows";
import { ChangeCountry } from "./change-country";

type Props = { values: Partial<MainAddress>; addresses: readonly AddressValues[]; divisionWord: string; divisions: string[] };

/** Where an account is: the principal address, which its papers print, and as many more as there are. */
export function AddressFields({ values, addresses, divisionWord, divisions }: Props) {
  const words = {
    address: t("accounts.fields.address"),
    addressReference: t("accounts.fields.address_reference"),
    city: t("accounts.fields.city"),
    region: divisionWord,
    postalCode: t("accounts.fields.postal_code"),
    country: t("accounts.fields.country"),
    changeCountry: t("accounts.addresses.change_country"),
  };
  return (
    <>
      <div className="grid">
        <TextField
          name="address"
          label={t("accounts.addresses.main_address")}
          hint={t("accounts.addresses.main_hint")}
          initial={values.address}
          autoComplete="street-address"
        />
        <TextField name="addressReference" label={words.addressReference} initial={values.addressReference} />
        <TextField name="city" label={words.city} initial={values.city} autoComplete="address-level2" />
        <RegionField label={divisionWord} divisions={divisions} initial={values.region} />
        <TextField name="postalCode" label={words.postalCode} initial={values.postalCode} autoComplete="postal-code" />
        <TextField name="country" label={words.country} hint={t("accounts.addresses.country_hint")} initial={values.country} autoComplete="country-name" />
        <SelectField name="addressUse" label={t("accounts.addresses.use")} options={usesFor(addressUses)} initial={values.addressUse} empty={t("app.none")} />
      </div>
      <div className="bar">
        <ChangeCountry label={words.changeCountry} />
      </div>
      <AddressRows
        initial={addresses.map((one) => ({ ...one, divisions: one.country ? divisionNames(one.country) : divisions }))}
        uses={usesFor(offered)}
        divisions={divisions}
        words={{
          ...words,
          one: t("accounts.addresses.one"),
          use: t("accounts.addresses.use"),
          main: t("accounts.addresses.make_main"),
          add: t("accounts.addresses.add"),
        }}
      />
    </>
  );
}

/** Another address is mostly where things go to. */
const offered: AddressUse[] = ["delivery", "office", "fiscal", "other"];

function usesFor(uses: readonly AddressUse[]) {
  return uses.map((use) => ({ value: use, label: t(`accounts.addresses.uses.${use}`) }));
}
