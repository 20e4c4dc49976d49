"use client";

import { useEffect, useRef, useState } from "react";
import type { KeyGroup } from "./key-groups";
import { KeyList } from "./key-list";
import { areKeysOn } from "./key-switch";

type Props = { go: Record<string, string>; groups: KeyGroup[]; words: { title: string; close: string } };

/** How long `g` waits for where to. */
const goLimitMs = 1_500;

/** Keys for the desk. Each has a visible way too: what a key presses says so in its `aria-keyshortcuts`. */
export function Keyboard({ go, groups, words }: Props) {
  const help = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    let goingSince = Number.NEGATIVE_INFINITY;
    const forget = () => {
      goingSince = Number.NEGATIVE_INFINITY;
    };
    function press(event: KeyboardEvent) {
      if (isOthers(event) || !areKeysOn()) return forget();
      const wasGoing = event.timeStamp - goingSince < goLimitMs;
      goingSince = !wasGoing && event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (wasGoing) return leave(event, go[event.key]);
      if (event.key === "?") return setOpen(true);
      if (event.key === "j") return focusOn(event, neighbour(1));
      if (event.key === "k") return focusOn(event, neighbour(-1));
      if (!event.repeat) pressElement(event);
    }
    document.addEventListener("keydown", press);
    document.addEventListener("focusin", forget);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("focusin", forget);
    };
  }, [go]);

  useEffect(() => {
    if (isOpen) help.current?.showModal();
  }, [isOpen]);

  return (
    <dialog ref={help} aria-labelledby="keys-title" onClose={() => setOpen(false)}>
      {isOpen && (
        <>
          <h2 id="keys-title">{words.title}</h2>
          <KeyList groups={groups} />
          <form method="dialog">
            <button type="submit" className="button plain">
              {words.close}
            </button>
          </form>
        </>
      )}
    </dialog>
  );
}

/** Meant for the browser, for a field, or for whatever took it already. */
function isOthers(event: KeyboardEvent) {
  const { ctrlKey, metaKey, altKey, shiftKey, isComposing, defaultPrevented, key, target } = event;
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented || (shiftKey && key.length > 1)) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.closest(typed) !== null);
}

const typed = "input, select, textarea, dialog[open], [role=textbox], [role=combobox], [role=listbox], [role=region][tabindex]";

function leave(event: KeyboardEvent, href: string | undefined) {
  if (!href) return;
  event.preventDefault();
  location.assign(href);
}

function focusOn(event: KeyboardEvent, element: HTMLElement | null | undefined) {
  if (!element) return;
  event.preventDefault();
  element.focus();
}

/** The page's own comes after the frame's. A field is gone to, a menu opened at its first link, the rest pressed. */
function pressElement(event: KeyboardEvent) {
  const all = [...document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]")];
  const element = all.findLast((one) => one.getAttribute("aria-keyshortcuts") === event.key && one.checkVisibility());
  if (!element) return;
  event.preventDefault();
  if (element.matches("input")) return element.focus();
  element.click();
  if (element.matches("summary")) element.parentElement?.querySelector("a")?.focus();
}

/** The main link of the next or previous row, from where the focus is. */
function neighbour(step: number) {
  const rows = [...document.querySelectorAll<HTMLElement>(".table tbody tr, .line, .agenda > li")].filter((row) => row.checkVisibility() && linkOf(row));
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[here === -1 ? 0 : here + step];
  return row && linkOf(row);
}

function linkOf(row: HTMLElement) {
  return row.querySelector<HTMLElement>("a.who") ?? row.querySelector<HTMLElement>('a[href^="/"]');
}
