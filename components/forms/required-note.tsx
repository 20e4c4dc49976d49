"use client";

import type { FormWords } from "./form-words";

/** What the mark of a required field means; the style sheet shows it where only some are. */
export function RequiredNote({ words }: { words: FormWords }) {
  return (
    <p className="required-note">
      <b>{words.required}</b> {words.requiredNote}
    </p>
  );
}
