"use client";

import { useState } from "react";
import type { Marks } from "@/lib/required/marks";
import type { FormState } from "@/lib/web/form-state";

/** Which fields the company asks for, by what the form said when it was drawn; and by what it says now, once scripts run. */
export function useMarks(marks: Marks | undefined, state: FormState) {
  const [live, setLive] = useState<string>();
  const drawn = (name: string) => (state.status === "untouched" ? marks?.initial[name] : state.values[name]?.[0]) ?? "";
  const asked = live ?? namesAsked(marks, drawn);
  const follow = (form: HTMLFormElement) => {
    if (!marks) return;
    const said = new FormData(form);
    setLive(namesAsked(marks, (name) => String(said.get(name) ?? "")));
  };
  return { asked: new Set(asked.split(" ").filter(Boolean)), follow };
}

/** One text, so that what has not changed draws nothing anew. */
function namesAsked(marks: Marks | undefined, saidBy: (name: string) => string): string {
  const holds = ([name, value]: [string, string]) => (value === "*" ? saidBy(name) !== "" : saidBy(name) === value);
  return (marks?.rules ?? []).flatMap(({ when, fields }) => (Object.entries(when).every(holds) ? fields : [])).join(" ");
}
