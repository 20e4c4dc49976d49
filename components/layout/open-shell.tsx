import type { ReactNode } from "react";
import { t } from "@/lib/i18n/words";
import { Icon } from "../ui/icon";

type Props = {
  /** Whose page it is, once the company has a name. */
  company?: string;
  /** Login and the like: one narrow column in the middle. */
  small?: boolean;
  footer?: ReactNode;
  children: ReactNode;
};

/** Pages for who is not inside: login, setup, a public quote, a courteous answer. */
export function OpenShell({ company, small, footer, children }: Props) {
  return (
    <div className={small ? "open small" : "open"}>
      <header>
        <p className="brand">{company ?? <Own />}</p>
      </header>
      <main>{children}</main>
      {footer && <footer>{footer}</footer>}
    </div>
  );
}

function Own() {
  return (
    <>
      <Icon name="wallet" /> {t("app.name")}
    </>
  );
}
