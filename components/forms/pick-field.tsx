"use client";

import { FieldFrame } from "./field-frame";
import { FieldGroup } from "./field-group";
import { useForm } from "./form-context";
import { type PickChoice, readChoices } from "./pick-choices";
import { PickInput } from "./pick-input";
import { type Frame, useField } from "./use-field";

type Props = Frame & {
  label: string;
  /** What `GET /api/choices/<from>` searches, and the server when «Buscar» is pressed. */
  from: string;
  initial?: { id: number | string; label: string };
  placeholder?: string;
  wide?: boolean;
  /** Once scripts load: what was just chosen. */
  onChoose?: (choice: PickChoice) => void;
};

/** One record of many. Sends `name` (the id) and `name.text` (what was typed); without an id the server answers with choices. */
export function PickField({ name, label, from, initial, placeholder, hint, required, wide, onChoose }: Props) {
  const { state } = useForm();
  const choices = readChoices(state.values[`${name}.choices`] ?? []);
  const { id, error, value, words, mark, input } = useField({ name, hint, required }, initial?.id);
  const text = useField({ name: `${name}.text` }, initial?.label).value;
  const chosen = choices.find((choice) => String(choice.id) === value);

  return (
    <div className={wide || choices.length > 0 ? "field wide" : "field"}>
      <FieldFrame id={id} label={label} hint={hint} error={error} required={mark}>
        <PickInput
          key={`${value} ${text} ${choices.length}`}
          input={input}
          from={from}
          id={choices.length > 0 ? undefined : value}
          text={chosen?.label ?? text}
          placeholder={placeholder}
          words={words}
          onChoose={onChoose}
        />
      </FieldFrame>
      {choices.length > 0 && <Offered name={name} choices={choices} value={value} legend={words.chooseRecord} />}
    </div>
  );
}

/** The choices stay with the form until it is accepted, so they travel in it. */
function Offered({ name, choices, value, legend }: { name: string; choices: PickChoice[]; value: string; legend: string }) {
  return (
    <FieldGroup legend={legend}>
      <div className="options stacked">
        {choices.map((choice) => (
          <label key={`${choice.id} ${value}`} className="option">
            <input type="hidden" name={`${name}.choices`} value={JSON.stringify(choice)} />
            <input type="radio" name={name} value={choice.id} defaultChecked={String(choice.id) === value} />
            <span>
              {choice.label}
              {choice.hint && <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
