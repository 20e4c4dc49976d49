"use client";

import { Rows } from "../forms/rows";
import { type Option, SelectField } from "../forms/select-field";
import { DateField, MoneyField, TextField } from "../forms/text-fields";

type Tender = { method: string; amount: string };
type Props = {
  currency: string;
  initial: Tender[];
  methods: Option[];
  words: { method: string; amount: string; reference: string; chequeDueOn: string; add: string };
};

/** How the money came, one row per means. */
export function TenderRows({ currency, initial, methods, words }: Props) {
  return (
    <Rows
      name="tenders"
      initial={initial}
      addLabel={words.add}
      row={({ prefix, initial, remove, index }) => (
        <div className="row">
          <div className="grid">
            <SelectField name={`${prefix}.method`} label={words.method} options={methods} initial={initial?.method ?? methods[0]?.value} />
            <MoneyField name={`${prefix}.amount`} label={words.amount} currency={currency} initial={initial?.amount} required={index === 0} />
            <TextField name={`${prefix}.reference`} label={words.reference} autoComplete="off" />
            <DateField name={`${prefix}.chequeDueOn`} label={words.chequeDueOn} />
          </div>
          {index > 0 && <div className="row-end">{remove}</div>}
        </div>
      )}
    />
  );
}
