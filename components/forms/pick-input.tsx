"use client";

import { type KeyboardEvent, useState } from "react";
import type { FormWords } from "./form-words";
import type { PickChoice } from "./pick-choices";
import { useChoices } from "./use-choices";
import { useMounted } from "./use-mounted";

type Props = {
  input: { id: string; name: string; "aria-required"?: boolean; "aria-invalid"?: boolean; "aria-describedby"?: string };
  from: string;
  /** The chosen record; `undefined` when radio buttons below carry it. */
  id: string | undefined;
  text: string;
  placeholder?: string;
  words: FormWords;
  onChoose?: (choice: PickChoice) => void;
};

/** A text box that searches while one types; before scripts, a text box and a button. */
export function PickInput({ input, from, id, text, placeholder, words, onChoose }: Props) {
  const isLive = useMounted() && id !== undefined;
  const [chosen, setChosen] = useState({ id: id ?? "", text });
  const [active, setActive] = useState(0);
  const { choices, search, close } = useChoices(from);
  const isOpen = choices !== undefined;
  const optionId = (index: number) => `${input.id}-option-${index}`;

  function type(typed: string) {
    setChosen({ id: "", text: typed });
    setActive(0);
    if (isLive) search(typed);
  }

  function choose(choice: PickChoice) {
    setChosen({ id: String(choice.id), text: choice.label });
    close();
    onChoose?.(choice);
  }

  function press(event: KeyboardEvent) {
    if (isLive && !isOpen && event.key === "ArrowDown") search(chosen.text);
    if (!isOpen) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => setActive(Math.min(active + 1, choices.length - 1)),
      ArrowUp: () => setActive(Math.max(active - 1, 0)),
      Enter: () => (choices[active] ? choose(choices[active]) : close()),
      Escape: close,
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }

  const combobox = isLive && {
    role: "combobox",
    "aria-autocomplete": "list" as const,
    "aria-expanded": isOpen,
    "aria-controls": `${input.id}-list`,
    "aria-activedescendant": isOpen && choices.length > 0 ? optionId(active) : undefined,
  };

  return (
    <div className="picker">
      {id !== undefined && <input type="hidden" name={input.name} value={chosen.id} />}
      <input
        {...input}
        {...combobox}
        name={`${input.name}.text`}
        className="input"
        autoComplete="off"
        enterKeyHint="search"
        placeholder={placeholder}
        value={chosen.text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onBlur={close}
      />
      <button type="submit" className="button plain" name="_pick" value={input.name} hidden={isLive}>
        {words.search}
      </button>
      <span className="visually-hidden" role="status">
        {isOpen && (choices.length > 0 ? words.found : words.notFound)}
      </span>
      {isOpen && (
        <div className="picker-list" id={`${input.id}-list`} role="listbox" aria-label={words.chooseRecord}>
          {choices.length === 0 && <div className="none">{words.notFound}</div>}
          {choices.map((choice, index) => (
            // The box keeps the focus, so the list listens to the pointer before the box loses it.
            <div
              key={choice.id}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(choice)}
              onKeyDown={press}
            >
              {choice.label}
              {choice.hint && <small>{choice.hint}</small>}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
