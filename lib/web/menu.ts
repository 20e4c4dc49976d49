import { admits } from "@/lib/access/admit";
import { type PagePath, pages } from "@/lib/access/registry";
import type { Viewer } from "@/lib/access/viewer";
import { type MessageKey, t } from "@/lib/i18n/words";

type Entry = { href: PagePath; word: MessageKey; key: string };

const groups: { word?: MessageKey; entries: Entry[] }[] = [
  { entries: [{ href: "/", word: "menu.today", key: "d" }] },
  {
    word: "menu.sales",
    entries: [
      { href: "/prospects", word: "menu.prospects", key: "p" },
      { href: "/calendar", word: "menu.calendar", key: "a" },
      { href: "/activities", word: "menu.activities", key: "t" },
    ],
  },
  {
    word: "menu.customers",
    entries: [
      { href: "/accounts", word: "menu.accounts", key: "c" },
      { href: "/contacts", word: "menu.contacts", key: "o" },
    ],
  },
  {
    word: "menu.documents",
    entries: [
      { href: "/quotes", word: "menu.quotes", key: "q" },
      { href: "/orders", word: "menu.orders", key: "e" },
      { href: "/invoices", word: "menu.invoices", key: "f" },
      { href: "/receipts", word: "menu.receipts", key: "r" },
      { href: "/mails", word: "mails.title", key: "l" },
    ],
  },
  { word: "menu.catalog", entries: [{ href: "/catalog", word: "menu.items", key: "i" }] },
  {
    word: "menu.settings",
    entries: [
      { href: "/settings", word: "menu.settings", key: "s" },
      { href: "/imports", word: "menu.imports", key: "m" },
      { href: "/trash", word: "menu.trash", key: "b" },
    ],
  },
];

const creations: { href: PagePath; query?: string; word: MessageKey }[] = [
  { href: "/activities/new", query: "?kind=call&done=1", word: "activities.capture" },
  { href: "/activities/new", query: "?kind=visit&done=1", word: "activities.kinds.visit" },
  { href: "/activities/new", word: "activities.new" },
  { href: "/prospects/new", word: "prospects.new" },
  { href: "/accounts/new", word: "accounts.new" },
  { href: "/quotes/new", word: "documents.kinds.quote.new" },
  { href: "/receipts/new", word: "documents.kinds.receipt.new" },
];

/** What this viewer's profile lets through, from the registry. `path` marks where they stand. */
export function menuFor(viewer: Viewer, path: string) {
  const isOpen = ({ href }: { href: PagePath }) => admits(pages[href], viewer);
  const current = mostSpecific(path);
  return {
    groups: groups
      .map(({ word, entries }) => ({
        label: word && t(word),
        items: entries.filter(isOpen).map((entry) => ({ href: entry.href, label: t(entry.word), current: entry.href === current })),
      }))
      .filter(({ items }) => items.length > 0),
    create: creations.filter(isOpen).map(({ href, query = "", word }) => ({ href: `${href}${query}`, label: t(word) })),
    go: Object.fromEntries(groups.flatMap(({ entries }) => entries.filter(isOpen).map(({ key, href }) => [key, href]))),
  };
}

function mostSpecific(path: string): string {
  const all = groups.flatMap(({ entries }) => entries.map(({ href }) => href));
  const under = all.filter((href) => path === href || (href !== "/" && path.startsWith(`${href}/`)));
  return under.sort((a, b) => b.length - a.length)[0] ?? "";
}
