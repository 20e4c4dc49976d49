"use client";

import { useEffect } from "react";

const openMenus = "details.menu[open]";

/** Closes open menus on Escape, giving the focus back, and when one presses elsewhere. */
export function MenuKeeper() {
  useEffect(() => {
    document.addEventListener("keydown", closeOnEscape);
    document.addEventListener("pointerdown", closeOthers);
    return () => {
      document.removeEventListener("keydown", closeOnEscape);
      document.removeEventListener("pointerdown", closeOthers);
    };
  }, []);
  return null;
}

function closeOnEscape(event: KeyboardEvent) {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(openMenus)) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
}

function closeOthers(event: PointerEvent) {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(openMenus)) {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  }
}
