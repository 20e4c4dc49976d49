"use client";

import { type ReactNode, useRef, useState } from "react";
import { useForm } from "@/components/forms/form-context";
import { HiddenField } from "@/components/forms/other-fields";
import type { PickChoice } from "@/components/forms/pick-choices";
import { PickField } from "@/components/forms/pick-field";
import { NumberField, TextField } from "@/components/forms/text-fields";
import { useField } from "@/components/forms/use-field";
import { decimalsOf } from "@/lib/core/currencies";
import { type DecimalFormat, groupedDecimal } from "@/lib/core/decimal";
import type { TaxRow } from "@/lib/documents/calculate";
import type { LineValues } from "@/lib/documents/values";
import type { FormState } from "@/lib/web/form-state";
import { writeIn } from "./form-values";
import { LineTaxes } from "./line-taxes";
import type { LineWords } from "./line-words";

type Props = {
  prefix: string;
  initial: LineValues | undefined;
  picksItems: boolean;
  taxes: readonly TaxRow[];
  words: LineWords;
  amount: string | undefined;
  chosenTaxes: readonly string[];
  currency: string;
  format: DecimalFormat;
  remove: ReactNode;
  onFilled: () => void;
};

export function LineRow({ prefix, initial, picksItems, taxes, words, amount, chosenTaxes, currency, format, remove, onFilled }: Props) {
  const row = useRef<HTMLTableRowElement>(null);
  const { state } = useForm();
  const stored = useField({ name: `${prefix}.filledFrom` }, initial?.item?.id).value;
  const [filled, setFilled] = useState<{ state: FormState; from: string }>();

  function fill({ id, fill = {} }: PickChoice) {
    writeIn(row.current!, prefix, fill);
    setFilled({ state, from: String(id) });
    onFilled();
  }

  return (
    <tr ref={row}>
      <td className="whole">
        <HiddenField name={`${prefix}.id`} initial={initial?.id} />
        <input type="hidden" name={`${prefix}.filledFrom`} value={filled?.state === state ? filled.from : stored} />
        {picksItems ? (
          <PickField name={`${prefix}.itemId`} label={words.item} from="catalog" initial={initial?.item} placeholder={words.item} onChoose={fill} />
        ) : (
          <HiddenField name={`${prefix}.itemId`} initial={initial?.item?.id} />
        )}
        <TextField name={`${prefix}.description`} label={words.description} initial={initial?.description} placeholder={words.description} />
      </td>
      <td>
        <NumberField name={`${prefix}.quantity`} label={words.quantity} initial={initial?.quantity} />
      </td>
      <td>
        <TextField name={`${prefix}.unit`} label={words.unit} initial={initial?.unit} />
      </td>
      <td>
        <NumberField name={`${prefix}.unitPrice`} label={words.price} initial={initial?.unitPrice} />
      </td>
      <td>
        <NumberField name={`${prefix}.discount`} label={words.discount} initial={initial?.discount} placeholder="%" />
      </td>
      <td>
        <LineTaxes name={`${prefix}.taxes`} taxes={taxes} initial={initial?.taxes ?? []} shown={chosenTaxes} words={words} />
      </td>
      <td className="number">
        <b>{amount !== undefined && groupedDecimal(amount, decimalsOf(currency), format)}</b>
      </td>
      <td>{remove}</td>
    </tr>
  );
}
