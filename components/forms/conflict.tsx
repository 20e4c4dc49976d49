"use client";

import type { FormState } from "@/lib/web/form-state";
import type { FormWords } from "./form-words";

/** Somebody saved first: both versions, and the choice. Sending again saves over it, because the form now carries its version. */
export function Conflict({ rows, words }: { rows: NonNullable<FormState["conflict"]>; words: FormWords }) {
  return (
    <section className="conflict" aria-label={words.conflict}>
      <p>{words.conflict}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.conflictField}</th>
            <th scope="col">{words.conflictTheirs}</th>
            <th scope="col">{words.conflictYours}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, theirs, yours }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{theirs || words.empty}</td>
              <td>{yours || words.empty}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="bar">
        <button type="submit" className="button plain">
          {words.keepMine}
        </button>
      </div>
    </section>
  );
}
