export type TabItem = { href: string; label: string; count?: number | string; current?: boolean; keys?: string };

/** Parts of one record. Plain links: each tab has an address. */
export function Tabs({ label, items }: { label: string; items: TabItem[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map(({ href, label, count, current, keys }) => (
        <a key={href} href={href} aria-current={current ? "page" : undefined} aria-keyshortcuts={keys}>
          {label}
          {count !== undefined && <b> {count}</b>}
        </a>
      ))}
    </nav>
  );
}
