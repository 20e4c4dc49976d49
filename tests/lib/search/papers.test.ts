import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SearchPage } from "@/components/search/search-page";
import { documents } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { searchDocuments, searchEverything } from "@/lib/search/everything";
import { searchFilters } from "@/lib/search/filters";
import { now, today, world } from "../../support/world";

const { db, ids, viewer } = world();
const each = 120;

/** Of as many invoices of Luis, quotes of both and orders of Ana, all are number 7; every other of another series. */
write(db, (tx): void => {
  const paper = (kind: "invoice" | "quote" | "order", accountId: number, ownerId: number, place: number) => ({
    ...{
      kind,
      status: kind === "invoice" ? ("issued" as const) : ("draft" as const),
      number: 7,
      label: `${place % 2 === 0 ? "A" : "B"}-0007`,
      accountId,
      ownerId,
    },
    ...{ customerName: "Como se imprimió", customerNameKey: "como", issuedOn: today, currency: "MXN" },
    ...{ priceMode: "tax_excluded" as const, roundingMode: "half_up" as const, taxScope: "rate" as const, createdAt: now, updatedAt: now },
  });
  for (let place = 0; place < each; place++) {
    const rows = [
      paper("invoice", ids.zeta, ids.luis, place),
      paper("quote", ids.zeta, ids.luis, place),
      paper("quote", ids.acme, ids.ana, place),
      paper("order", ids.acme, ids.ana, place),
    ];
    tx.insert(documents).values(rows).run();
  }
});

function everyPage(person: "ana" | "luis" | "marta", text: string) {
  const scope = scopeFor(viewer(person), db);
  const pages = [searchDocuments(scope, text)];
  for (let next = pages[0]!.next; next !== undefined; next = pages.at(-1)!.next) pages.push(searchDocuments(scope, text, next));
  return pages.map(({ group }) => group.hits);
}

test("all documents of a number are reached page by page, each once, by whoever sees them", () => {
  const sizes = { ana: [50, 50, 50, 50, 40], luis: [50, 50, 50, 50, 40], marta: [...Array(9).fill(50), 30] };
  for (const [person, expected] of Object.entries(sizes)) {
    const pages = everyPage(person as "ana", "7");
    expect(pages.map((hits) => hits.length)).toEqual(expected);
    const hrefs = pages.flat().map(({ href }) => href);
    expect(new Set(hrefs).size).toBe(hrefs.length);
    if (person === "ana") expect(new Set(pages.flat().map(({ account }) => account?.href))).toEqual(new Set([`/accounts/${ids.acme}`]));
  }
  expect(everyPage("ana", "b-7").map((hits) => hits.length)).toEqual([50, 50, 20]);
  expect(everyPage("ana", "c-7")).toEqual([[]]);
  expect(searchDocuments(scopeFor(viewer("ana"), db), "7", "nonsense").group.hits).toHaveLength(50);
});

test("what does not fit leads to the rest of its kind, and whose a paper is leads to the account, as it is printed", () => {
  const scope = scopeFor(viewer("ana"), db);
  const html = renderToStaticMarkup(SearchPage({ text: "A-7", groups: searchEverything(scope, "A-7") }));
  expect(html).toContain('href="/search?kind=documents&amp;q=A-7"');
  expect(html).toContain(`<a href="/accounts/${ids.acme}">Como se imprimió</a>`);
  const { group, next } = searchDocuments(scope, "A-7");
  const page = renderToStaticMarkup(SearchPage({ text: "A-7", groups: [group], pages: { next: `/search?after=${next}` } }));
  expect(page).toContain(`href="/search?after=${next}" rel="next"`);
  expect(page).toContain('href="/search?q=A-7"');
});

test("the address of the search reads nonsense as nothing", () => {
  expect(searchFilters.parse({ q: "  a  ", kind: "documents", after: "quote-3" })).toEqual({ q: "a", kind: "documents", after: "quote-3" });
  expect(searchFilters.parse({ q: ["a", "b"], kind: "spells", after: "x".repeat(41) })).toEqual({ q: "" });
});
