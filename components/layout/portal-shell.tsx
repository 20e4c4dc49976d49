import type { ReactNode } from "react";
import { MenuKeeper } from "./menu-keeper";
import { SkipLink } from "./skip-link";

type Props = {
  /** Who sells. */
  company: string;
  nav: { label: string; items: { href: string; label: string; current?: boolean }[] };
  /** The one-button form «Salir». */
  signOut?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

/** The customer's side. Each page brings its own `<main>`. */
export function PortalShell({ company, nav, signOut, footer, children }: Props) {
  return (
    <div className="portal">
      <SkipLink />
      <header className="portal-top">
        <b>{company}</b>
        {nav.items.length > 0 && (
          <nav aria-label={nav.label}>
            <ul className="portal-list">
              {nav.items.map(({ href, label, current }) => (
                <li key={href}>
                  <a href={href} aria-current={current ? "page" : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {signOut}
      </header>
      <div id="content" tabIndex={-1}>
        {children}
      </div>
      {footer && <footer>{footer}</footer>}
      <MenuKeeper />
    </div>
  );
}
