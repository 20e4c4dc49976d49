import type { ReactNode } from "react";

export type Figure = { label: string; value: ReactNode; note?: ReactNode; late?: boolean };

/** The few numbers a page is about. */
export function Strip({ figures }: { figures: Figure[] }) {
  return (
    <dl className="strip">
      {figures.map(({ label, value, note, late }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {late ? <span className="late">{value}</span> : value}
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export type Fact = { label: string; value: ReactNode };

/** Label and value, one under the other. A fact without value is left out. */
export function Facts({ facts }: { facts: Fact[] }) {
  return <dl className="facts">{facts.filter(isKnown).map(pair)}</dl>;
}

/** Sums at the foot of a document; the last one is the total. */
export function Totals({ facts, stays }: { facts: Fact[]; stays?: boolean }) {
  return <dl className={stays ? "totals stays" : "totals"}>{facts.filter(isKnown).map(pair)}</dl>;
}

function pair({ label, value }: Fact) {
  return (
    <div key={label}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function isKnown({ value }: Fact) {
  return value !== undefined && value !== null && value !== "";
}
