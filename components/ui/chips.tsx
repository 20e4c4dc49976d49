export type ChipItem = { href: string; label: string; count?: number | string; amount?: string; current?: boolean; late?: boolean };

/** Ready-made filters over a list, with how many and how much. */
export function Chips({ label, items }: { label: string; items: ChipItem[] }) {
  return (
    <nav className="chips" aria-label={label}>
      {items.map(({ href, label, count, amount, current, late }) => (
        <a key={href} href={href} className={late ? "late" : undefined} aria-current={current ? "true" : undefined}>
          {label}
          {count !== undefined && <b> {count}</b>}
          {amount && ` · ${amount}`}
        </a>
      ))}
    </nav>
  );
}
