"use client";

import { useValues } from "@/components/forms/use-field";

type Props = { value: string; label: string; isOn: boolean };

/** One box of a table of boxes: what it is for is said by its row and its column, and to who listens by its label. */
export function RequiredTick({ value, label, isOn }: Props) {
  const isTicked = useValues("requiredFields", isOn ? [value] : []).includes(value);
  return (
    <label className="option">
      <input key={String(isTicked)} type="checkbox" name="requiredFields" value={value} defaultChecked={isTicked} />
      <span className="visually-hidden">{label}</span>
    </label>
  );
}
