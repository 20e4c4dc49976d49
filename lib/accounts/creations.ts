import { admits } from "@/lib/access/admit";
import { type PagePath, pages } from "@/lib/access/registry";
import type { Viewer } from "@/lib/access/viewer";
import { type MessageKey, t } from "@/lib/i18n/words";

const offered: { href: PagePath; query?: string; word: MessageKey }[] = [
  { href: "/activities/new", query: "kind=call", word: "activities.kinds.call" },
  { href: "/activities/new", query: "kind=appointment", word: "activities.kinds.appointment" },
  { href: "/activities/new", query: "kind=task", word: "activities.kinds.task" },
  { href: "/quotes/new", word: "documents.kinds.quote.one" },
  { href: "/orders/new", word: "documents.kinds.order.one" },
  { href: "/invoices/new", word: "documents.kinds.invoice.one" },
  { href: "/receipts/new", word: "documents.kinds.receipt.new" },
  { href: "/contacts/new", word: "contacts.one" },
  { href: "/prospects/new", word: "prospects.one" },
];

/** «Crear ▾»: what this viewer's profile lets them make from an account. */
export function creationsFor(viewer: Viewer, accountId: number) {
  return offered
    .filter(({ href }) => admits(pages[href], viewer))
    .map(({ href, query, word }) => ({ href: `${href}?account=${accountId}${query ? `&${query}` : ""}`, label: t(word) }));
}
