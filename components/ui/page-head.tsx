import type { ReactNode } from "react";
import { t } from "@/lib/i18n/words";
import { type Crumb, Crumbs } from "./crumbs";

type Props = {
  title: ReactNode;
  /** One soft line under the title: state, number, customer. */
  soft?: ReactNode;
  crumbs?: Crumb[];
  /** The page's one primary action. */
  actions?: ReactNode;
  /** The other buttons; on the phone they fold into «Más». */
  more?: ReactNode;
};

export function PageHead({ title, soft, crumbs, actions, more }: Props) {
  return (
    <>
      {crumbs && <Crumbs crumbs={crumbs} />}
      <div className="head">
        <div className="head-words">
          <h1>{title}</h1>
          {soft && <p className="soft">{soft}</p>}
        </div>
        {(actions || more) && (
          <div className="bar">
            {more && (
              <details className="menu fold">
                <summary className="button plain">{t("app.more")}</summary>
                <div className="menu-list">{more}</div>
              </details>
            )}
            {actions}
          </div>
        )}
      </div>
    </>
  );
}
