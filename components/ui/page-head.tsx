import type { ReactNode } from "react";
import { isSeenModule } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import { CopyLink } from "./copy-link";
import { type Crumb, Crumbs } from "./crumbs";
import { Help } from "./help";

type Props = {
  title: ReactNode;
  /** One soft line under the title: state, number, customer. */
  soft?: ReactNode;
  crumbs?: Crumb[];
  /** The page's one primary action. */
  actions?: ReactNode;
  /** The other buttons; on the phone they fold into «Más». */
  more?: ReactNode;
  /** The record's own address, to copy. */
  link?: string;
  /** What the screen is for and what to do first. */
  help?: string;
  /** There are more buttons than a bar holds: they stay in «Más» on the desk too. */
  isCrowded?: boolean;
};

export function PageHead({ title, soft, crumbs, actions, more, link, help, isCrowded }: Props) {
  return (
    <>
      {crumbs && <Crumbs crumbs={crumbs} />}
      <div className="head">
        <div className="head-words">
          <h1>{title}</h1>
          {(soft || link) && (
            <p className="soft">
              {soft}
              {soft && link && " · "}
              {link && (
                <span className="nowrap">
                  <CopyLink href={link} words={{ link: t("app.link"), copy: t("app.copy_link"), copied: t("app.link_copied") }} />
                  {isSeenModule(link.split("/")[1]) && (
                    <>
                      {" · "}
                      <a href={`/who-sees${link}`}>{t("access.who_sees")}</a>
                    </>
                  )}
                </span>
              )}
            </p>
          )}
          {help && <Help text={help} />}
        </div>
        {(actions || more) && (
          <div className="bar">
            {more && (
              <details className={isCrowded ? "menu" : "menu fold"}>
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
