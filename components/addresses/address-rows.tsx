"use client";

import { CheckboxField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { Rows } from "@/components/forms/rows";
import { type Option, SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-fields";
import type { AddressValues } from "@/lib/addresses/values";

export type AddressWords = Record<"use" | "address" | "addressReference" | "city" | "region" | "postalCode" | "country" | "main" | "add" | "one", string>;

/** More addresses, a row each. The divisions of the country are offered by the field of the principal one. */
export function AddressRows({ initial, uses, words }: { initial: readonly AddressValues[]; uses: Option[]; words: AddressWords }) {
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
              <TextField name={`${prefix}.region`} label={words.region} initial={initial?.region} list="divisions" autoComplete="off" />
              <TextField name={`${prefix}.postalCode`} label={words.postalCode} initial={initial?.postalCode} autoComplete="off" />
              <TextField name={`${prefix}.country`} label={words.country} initial={initial?.country} autoComplete="off" />
              <CheckboxField name={`${prefix}.isMain`} label={words.main} />
            </div>
          </FieldGroup>
          <div className="row-end">{remove}</div>
        </div>
      )}
    />
  );
}
