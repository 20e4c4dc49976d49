"use client";

import { CheckboxField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { RegionField } from "@/components/forms/region-field";
import { Rows } from "@/components/forms/rows";
import { type Option, SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-fields";
import type { AddressValues } from "@/lib/addresses/values";
import { ChangeCountry } from "./change-country";

type Initial = AddressValues & { divisions: string[] };
export type AddressWords = Record<
  "use" | "changeCountry" | "address" | "addressReference" | "city" | "region" | "postalCode" | "country" | "main" | "add" | "one",
  string
>;

/** More addresses, a row each, each with the divisions of its own country. */
export function AddressRows({ initial, uses, words, divisions }: { initial: readonly Initial[]; uses: Option[]; words: AddressWords; divisions: string[] }) {
  return (
    <Rows
      name="addresses"
      initial={initial}
      addLabel={words.add}
      rowLabel={words.one}
      row={({ prefix, initial, remove }) => (
        <div className="row">
          <FieldGroup legend={words.one}>
            <div className="grid">
              <SelectField name={`${prefix}.use`} label={words.use} options={uses} initial={initial?.use ?? uses[0]?.value} />
              <TextField name={`${prefix}.address`} label={words.address} initial={initial?.address} autoComplete="off" />
              <TextField name={`${prefix}.addressReference`} label={words.addressReference} initial={initial?.addressReference} autoComplete="off" />
              <TextField name={`${prefix}.city`} label={words.city} initial={initial?.city} autoComplete="off" />
              <RegionField name={`${prefix}.region`} label={words.region} divisions={initial?.divisions ?? divisions} initial={initial?.region} />
              <TextField name={`${prefix}.postalCode`} label={words.postalCode} initial={initial?.postalCode} autoComplete="off" />
              <TextField name={`${prefix}.country`} label={words.country} initial={initial?.country} autoComplete="off" />
              <CheckboxField name={`${prefix}.isMain`} label={words.main} />
            </div>
          </FieldGroup>
          <div className="row-end">
            <ChangeCountry label={words.changeCountry} />
            {remove}
          </div>
        </div>
      )}
    />
  );
}
