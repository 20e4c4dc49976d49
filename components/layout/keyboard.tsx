"use client";

import { useEffect, useRef } from "react";
import type { KeyboardWords } from "./keyboard-words";

type Props = { go: Record<string, string>; create: string; names: Record<string, string>; words: KeyboardWords };

/** Keys for the desk. Each has a visible way too. */
export function Keyboard({ go, create, names, words }: Props) {
  const help = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    let isGoing = false;
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const target = isGoing ? go[event.key] : undefined;
      isGoing = !isGoing && event.key === "g";
      if (target) return leave(event, target);
      if (event.key === "c") return leave(event, create);
      if (event.key === "?") return help.current?.showModal();
      if (event.key === "/") return focusOn(event, document.querySelector<HTMLElement>("#search"));
      if (event.key === "j") return focusOn(event, neighbour(1));
      if (event.key === "k") return focusOn(event, neighbour(-1));
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [go, create]);

  return (
    <dialog ref={help} aria-labelledby="keys-title">
      <h2 id="keys-title">{words.title}</h2>
      <dl className="keys">
        <Key keys="/" meaning={words.search} />
        <Key keys="c" meaning={words.create} />
        {Object.entries(go).map(([letter, href]) => (
          <Key key={letter} keys={`g ${letter}`} meaning={`${words.go} ${names[href] ?? href}`} />
        ))}
        <Key keys="j k" meaning={words.list} />
        <Key keys="?" meaning={words.help} />
      </dl>
      <form method="dialog">
        <button type="submit" className="button plain">
          {words.close}
        </button>
      </form>
    </dialog>
  );
}

function Key({ keys, meaning }: { keys: string; meaning: string }) {
  return (
    <div>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
}

function isTyping(target: EventTarget | null) {
  return target instanceof HTMLElement && target.closest("input, select, textarea, [contenteditable], dialog") !== null;
}

function leave(event: KeyboardEvent, href: string) {
  event.preventDefault();
  location.assign(href);
}

function focusOn(event: KeyboardEvent, element: HTMLElement | null | undefined) {
  if (!element) return;
  event.preventDefault();
  element.focus();
}

/** The first link of the next or previous row, from where the focus is. */
function neighbour(step: number) {
  const rows = [...document.querySelectorAll<HTMLElement>(".table tbody tr, .line, .agenda > li")];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  return rows[here === -1 ? 0 : here + step]?.querySelector<HTMLElement>("a");
}
