import type { IconName } from "./icon-names";

/** Decorative: the word beside it, or `label` when there is none, says what it means. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    <svg className="icon" aria-hidden={label === undefined} aria-label={label} role={label === undefined ? undefined : "img"}>
      <use href={`/icons.svg#${name}`} />
    </svg>
  );
}
