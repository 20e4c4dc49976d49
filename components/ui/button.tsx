import type { ComponentProps } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

export type ButtonLook = "main" | "plain" | "quiet" | "danger";
type Look = { look?: ButtonLook; icon?: IconName; square?: boolean };

/** `square` is for an icon alone: give it an `aria-label`. */
export function Button({ look = "plain", icon, square, children, ...rest }: Look & Omit<ComponentProps<"button">, "className" | "style">) {
  return (
    <button {...rest} className={classOf(look, square)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A plain link: next/link would fetch every page in sight beforehand. */
export function ButtonLink({ look = "plain", icon, square, children, ...rest }: Look & Omit<ComponentProps<"a">, "className" | "style">) {
  return (
    <a {...rest} className={classOf(look, square)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

function classOf(look: ButtonLook, square?: boolean) {
  return square ? `button ${look} square` : `button ${look}`;
}
