import { t } from "@/lib/i18n/words";
import type { MenuGroup } from "./side-menu";

/** Keys, a space between one and the next, and what they do. */
export type KeyGroup = { title: string; keys: [string, string][] };

/** The keys of the desk, in the viewer's words: what every page has, what their menu has, what the calendar has. */
export function keyGroups(groups: MenuGroup[], go: Record<string, string>): KeyGroup[] {
  const names = new Map(groups.flatMap(({ items }) => items.map(({ href, label }) => [href, label])));
  return [
    {
      title: t("forms.keys.anywhere"),
      keys: [
        ["/", t("forms.keys.search")],
        ["c", t("forms.keys.create")],
        ["j k", t("forms.keys.list")],
        ["Enter", t("forms.keys.open")],
        ["?", t("forms.keys.help")],
      ],
    },
    { title: t("forms.keys.go"), keys: Object.entries(go).map(([letter, href]) => [`g ${letter}`, names.get(href) ?? href]) },
    ...(names.has("/calendar") ? [ofCalendar()] : []),
  ];
}

function ofCalendar(): KeyGroup {
  return {
    title: t("menu.calendar"),
    keys: [
      ["← →", t("forms.keys.dates")],
      [t("forms.keys.home"), t("calendar.today")],
      ["1 2 3 4", t("forms.keys.views")],
    ],
  };
}
