import { t } from "@/lib/i18n/words";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-names";

export type MenuItem = { href: string; label: string; icon?: IconName; count?: number; current?: boolean };
export type MenuGroup = { label?: string; items: MenuItem[] };

/** On the phone it is hidden until the address ends in #menu: it opens and closes without scripts. */
export function SideMenu({ groups }: { groups: MenuGroup[] }) {
  return (
    <nav className="side" id="menu" aria-label={t("menu.main")}>
      <a className="button quiet square side-close" href="#content" aria-label={t("app.close")}>
        <Icon name="x" />
      </a>
      <div className="side-inner">
        <a className="brand" href="/">
          <Icon name="wallet" /> {t("app.name")}
        </a>
        {groups.map(({ label, items }) => (
          <section key={label ?? ""} aria-label={label}>
            {label && <h2>{label}</h2>}
            <ul className="side-list">{items.map(link)}</ul>
          </section>
        ))}
        <a className="side-foot" href="/settings/me#keys">
          {t("forms.keys.title")}
        </a>
      </div>
    </nav>
  );
}

function link({ href, label, icon, count, current }: MenuItem) {
  return (
    <li key={href}>
      <a href={href} aria-current={current ? "page" : undefined}>
        <span>
          {icon && <Icon name={icon} />} {label}
        </span>
        {count !== undefined && count > 0 && <span className="count">{count}</span>}
      </a>
    </li>
  );
}
