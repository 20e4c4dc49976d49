import type { ReactNode } from "react";
import { t } from "@/lib/i18n/words";
import { Icon } from "../ui/icon";
import { Menu } from "../ui/menu";
import { Bell } from "./bell";
import { keyGroups } from "./key-groups";
import { Keyboard } from "./keyboard";
import { MenuKeeper } from "./menu-keeper";
import { PhoneBar, type PhoneLinks } from "./phone-bar";
import { type MenuGroup, SideMenu } from "./side-menu";
import { SkipLink } from "./skip-link";

type Props = {
  groups: MenuGroup[];
  user: { name: string; href: string };
  /** The one-button form «Salir». */
  signOut: ReactNode;
  phone: PhoneLinks;
  /** Letter after `g` → address. */
  go: Record<string, string>;
  /** How many notices wait to be read. */
  unread: number;
  children: ReactNode;
};

/** The team's screens: menu, top bar, phone bar. Each page brings its own `<main>`. */
export function Shell({ groups, user, signOut, phone, go, unread, children }: Props) {
  return (
    <>
      <SkipLink />
      <div className="shell">
        <SideMenu groups={groups} />
        <div className="body">
          <header className="top">
            <a className="button quiet top-menu" href="#menu">
              <Icon name="menu" /> {t("forms.shell.menu")}
            </a>
            <form className="top-search" action="/search" method="get">
              <search>
                <input
                  id="search"
                  className="input"
                  type="search"
                  name="q"
                  aria-label={t("forms.shell.search")}
                  placeholder={t("forms.shell.search_hint")}
                  enterKeyHint="search"
                  aria-keyshortcuts="/"
                />
              </search>
            </form>
            {phone.create.length > 0 && (
              <Menu label={t("menu.new")} keys="c">
                {phone.create.map(({ href, label }) => (
                  <a key={href} href={href}>
                    {label}
                  </a>
                ))}
              </Menu>
            )}
            <Bell unread={unread} />
            <a className="top-user" href={user.href}>
              {user.name}
            </a>
            {signOut}
          </header>
          <div id="content" tabIndex={-1}>
            {children}
          </div>
        </div>
      </div>
      <PhoneBar {...phone} />
      <MenuKeeper />
      <Keyboard go={go} groups={keyGroups(groups, go)} words={{ title: t("forms.keys.title"), close: t("app.close") }} />
    </>
  );
}
