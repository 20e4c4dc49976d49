import type { ReactNode } from "react";
import type { ButtonLook } from "./button";
import { Icon } from "./icon";

/** A `<details>`: opens without scripts. Put links and one-button forms inside; scripts close it on Escape and outside. */
export function Menu({ label, look = "plain", children }: { label: string; look?: ButtonLook; children: ReactNode }) {
  return (
    <details className="menu">
      <summary className={`button ${look}`}>
        {label}
        <Icon name="chevron-down" />
      </summary>
      <div className="menu-list">{children}</div>
    </details>
  );
}
