import type { ReactNode } from "react";
import type { ButtonLook } from "./button";
import { Icon } from "./icon";

type Props = {
  label: string;
  look?: ButtonLook;
  /** The key that opens it. */
  keys?: string;
  children: ReactNode;
};

/** A `<details>`: opens without scripts. Put links and one-button forms inside; scripts close it on Escape and outside. */
export function Menu({ label, look = "plain", keys, children }: Props) {
  return (
    <details className="menu">
      <summary className={`button ${look}`} aria-keyshortcuts={keys}>
        {label}
        <Icon name="chevron-down" />
      </summary>
      <div className="menu-list">{children}</div>
    </details>
  );
}
