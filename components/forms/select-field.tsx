"use client";

import { FieldFrame } from "./field-frame";
import { type Frame, type Initial, useField } from "./use-field";

export type Option = { value: string | number; label: string; group?: string };

type Props = Frame & {
  label: string;
  options: readonly Option[];
  initial?: Initial;
  /** The words of choosing nothing. Without them something is always chosen. */
  empty?: string;
  wide?: boolean;
};

export function SelectField({ name, label, options, initial, empty, hint, required, wide }: Props) {
  const { id, error, value, mark, input } = useField({ name, hint, required }, initial);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} wide={wide} required={mark}>
      {/* React does not move the choice of a mounted list when its default changes; the key draws it anew. */}
      <select key={value} {...input} className="input" defaultValue={value}>
        {empty !== undefined && <option value="">{empty}</option>}
        {groupsOf(options).map(([group, members]) =>
          group ? (
            <optgroup key={group} label={group}>
              {members.map(choice)}
            </optgroup>
          ) : (
            members.map(choice)
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function choice({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

function groupsOf(options: readonly Option[]) {
  return [...Map.groupBy(options, ({ group }) => group ?? "")];
}
