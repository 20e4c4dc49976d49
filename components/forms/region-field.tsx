"use client";

import { useForm } from "./form-context";
import { TextField } from "./text-fields";

type Props = { name?: string; label: string; divisions: string[]; initial: string | null | undefined };

/** The country's divisions are offered, and any other may be typed. Of a country that was just typed the server answers with its own. */
export function RegionField({ name = "region", label, divisions, initial }: Props) {
  const { state } = useForm();
  const list = `${name.replaceAll(".", "-")}-divisions`;
  return (
    <>
      <TextField name={name} label={label} initial={initial} list={list} autoComplete="off" />
      <datalist id={list}>
        {(state.values[`${name}.choices`] ?? divisions).map((division) => (
          <option key={division} value={division} />
        ))}
      </datalist>
    </>
  );
}
