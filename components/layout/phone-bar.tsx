import { t } from "@/lib/i18n/words";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-names";

export type PhoneLinks = {
  /** What the viewer may create, in order: follow-up, visit, prospect, quote, receipt. */
  create: { href: string; label: string }[];
  /** For who has a calendar. */
  hasAgenda: boolean;
  current?: "today" | "agenda" | "accounts" | "search";
};

/** Mi día · Agenda · + · Cuentas · Buscar, under the thumb. */
export function PhoneBar({ create, hasAgenda, current }: PhoneLinks) {
  const place = (name: PhoneLinks["current"], href: string, icon: IconName, label: string) => (
    <a href={href} aria-current={current === name ? "page" : undefined}>
      <Icon name={icon} />
      {label}
    </a>
  );
  return (
    <nav className="thumb" aria-label={t("forms.shell.shortcuts")}>
      {place("today", "/", "list-checks", t("menu.today"))}
      {hasAgenda && place("agenda", "/calendar?vista=agenda", "calendar", t("menu.agenda"))}
      <details className="menu">
        <summary>
          <Icon name="plus" />
          {t("menu.new")}
        </summary>
        <div className="menu-list">
          {create.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </div>
      </details>
      {place("accounts", "/accounts", "building-2", t("menu.accounts"))}
      {place("search", "/search", "search", t("menu.search"))}
    </nav>
  );
}
