import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Module } from "@/db/vocabulary";
import { reachOf } from "@/lib/access/permissions";
import { type Scope, scopeFor } from "@/lib/access/scope";
import { probing } from "@/lib/access/viewer";
import { alphanumerics, digits, fold } from "@/lib/core/text";
import { nearly } from "./nearly";
import { isOneOf } from "./one-of";
import { beginning } from "./terms";

const kinds = { account: 1, contact: 2, prospect: 3, catalog_item: 4, activity: 0 } as const;
export type SearchKind = keyof typeof kinds;
const modules: Record<SearchKind, Module> = {
  account: "accounts",
  contact: "contacts",
  prospect: "prospects",
  catalog_item: "catalog",
  activity: "activities",
};

/** As many hits as a page filtered by text alone is made of; who finds more should type more. */
export const quickCap = 500;
/** As many where something else narrows them, or where all of them are asked for: what is cut before would be missing without a word. */
const wholeCap = 100_000;
/** Of more hits than these, SQLite had better walk the list's own index than look each up and sort them. */
const fewToSeek = 20_000;

/** Whether what is spelt nearly so will do, when nothing is spelt so. */
export type Closeness = "as_typed" | "nearly";

export type Breadth = { isWhole?: boolean };

/** The condition that a column names a record the text finds. */
export function isFound(scope: Scope, kind: SearchKind, column: SQLWrapper, text: string, { isWhole }: Breadth = {}): SQL {
  const { keys } = hitsOf(scope, kind, text, isWhole);
  return isOneOf(keys.length > fewToSeek ? sql`+${column}` : column, keys);
}

/** Whether the text finds more than are looked through. */
export function isCutShort(scope: Scope, kind: SearchKind, text: string, { isWhole }: Breadth = {}): boolean {
  return text !== "" && hitsOf(scope, kind, text, isWhole).isCut;
}

const looks = ["q", "sort", "columns", "cursor"];

/** Whether the filters of a list ask for anything beside its text. */
export function isNarrowed(filters: Record<string, unknown>): boolean {
  return Object.entries(filters).some(([name, value]) => !looks.includes(name) && value !== undefined && value !== "all");
}

type Hits = { keys: number[]; isCut: boolean };
const askedBy = new WeakMap<Scope, Map<string, Hits>>();

/** A page asks for its rows and for their number: they are looked for once per scope. */
function hitsOf(scope: Scope, kind: SearchKind, text: string, isWhole = false): Hits {
  const asked = askedBy.get(scope) ?? new Map<string, Hits>();
  askedBy.set(scope, asked);
  const question = `${kind} ${isWhole} ${text}`;
  const cap = isWhole ? wholeCap : quickCap;
  const known = asked.get(question);
  if (known) return known;
  const found = findKeys(scope, kind, text, "nearly", cap + 1);
  const hits = { keys: found.slice(0, cap), isCut: found.length > cap };
  asked.set(question, hits);
  return hits;
}

/** Ids of the records a text finds: words by their beginning, then fragments, then what is spelt nearly so. Accents, punctuation and
 *  phone prefixes do not count. Who may see what is asked before the cap, so it never hides what they may see behind what they may not. */
export function findKeys(scope: Scope, kind: SearchKind, text: string, how: Closeness = "nearly", limit = quickCap): number[] {
  const seen = sightOf(scope, kind);
  if (seen === "nothing") return [];
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const table = tablesOf(kind);
  const terms = words.map((word) => beginning(scope.reader, table.words, word));
  const exact = terms.includes(undefined) ? [] : match(scope, { table: table.words, kind, terms: terms.map((term) => `${told} (${term})`), seen, limit });
  if (exact.length > 0 || words.join("").length < 3) return exact;
  const inside = fragments(scope, { kind, pieces: piecesOf(text), seen, limit });
  if (inside.length > 0) return inside;
  const numbered = byLocalNumber(scope, { kind, text, seen, limit });
  if (numbered.length > 0 || how === "as_typed") return numbered;
  const named = kind === "activity" ? told : "{title} :";
  const holding = (by: Sight) => (terms: string, most: number) =>
    match(scope, { table: table.fragments, kind, terms: [`${named} (${terms})`], seen: by, limit: most });
  return nearly(scope, kind, words, { seen: holding(seen), all: holding("everything") }).slice(0, limit);
}

/** What was noted has indexes of its own: there is more of it than of names. */
function tablesOf(kind: SearchKind) {
  return kind === "activity"
    ? ({ words: "activity_words", fragments: "activity_fragments" } as const)
    : ({ words: "search_words", fragments: "search_fragments" } as const);
}

/** Each way of looking for a name gives so many at most. */
const mostNamesakes = 200;

/** Ids of the records that may be called so, by the two longest words: both, either, and either or both by their beginning alone. Only whole words and
 *  beginnings that have an index of their own are asked for: some milliseconds at a million. */
export function namesakes(scope: Scope, kind: SearchKind, words: readonly string[]): number[] {
  const seen = sightOf(scope, kind);
  if (seen === "nothing" || words.length === 0) return [];
  const asked = words.toSorted((a, b) => b.length - a.length).slice(0, 2);
  const whole = asked.map((word) => `{title} : "${word}"`);
  const begun = asked.map((word) => `{title} : "${word.slice(0, 3)}" *`);
  const ways = [whole, ...whole.map((one) => [one]), ...whole.map((_, place) => whole.with(place, begun[place]!)), begun];
  return [...new Set(ways.flatMap((terms) => match(scope, { table: "search_words", kind, terms, seen, limit: mostNamesakes })))];
}

/** Who may see a record stands in the same index, and is not for searching. */
const told = "{title body} :";

type Wanted = { kind: SearchKind; seen: Sight; limit: number };

function fragments(scope: Scope, { pieces, ...wanted }: Wanted & { pieces: string[] }): number[] {
  if (pieces.length === 0) return [];
  return match(scope, { table: tablesOf(wanted.kind).fragments, terms: pieces.map((piece) => `${told} "${piece}"`), ...wanted });
}

/** The end of a telephone, without the prefixes of countries, cities and times past, some of which stand in its middle. */
function byLocalNumber(scope: Scope, { text, ...wanted }: Wanted & { text: string }): number[] {
  const number = digits(text);
  if (number.length < 10 || !/^[\d\s.\-()+/]+$/.test(text.trim())) return [];
  const long = fragments(scope, { pieces: [number.slice(-8)], ...wanted });
  return long.length > 0 ? long : fragments(scope, { pieces: [number.slice(-7)], ...wanted });
}

/** Some are found by their principals in the index itself; of many principals each hit is probed, which costs less than as many lists. */
type Sight = "everything" | "nothing" | { principals: readonly string[] } | "probed";
const fewPrincipals = 8;

function sightOf({ viewer }: Scope, kind: SearchKind): Sight {
  if (viewer.kind === "system") return "everything";
  if (viewer.kind === "customer") return "nothing";
  const reach = reachOf(viewer, modules[kind], "view");
  if (reach === undefined) return "nothing";
  if (reach === "all" || kind === "catalog_item") return "everything";
  const { principals } = viewer.circles[reach];
  return principals.length > fewPrincipals ? "probed" : { principals };
}

type Match = Wanted & { table: keyof typeof sources; terms: string[] };

/** Each kind has its own range of row numbers, so that no other is walked past. Of what was noted the newest is wanted. */
function match(scope: Scope, { table, kind, terms, seen, limit }: Match): number[] {
  const query = [...terms, typeof seen === "string" ? "" : acl(table, seen.principals)].filter(Boolean).join(" AND ");
  const from = sources[table](query);
  const base = sql`(${kinds[kind]} << 48)`;
  const probe = seen === "probed" ? sql`and ${isSeen(scope, kind, sql`rowid - ${base}`)}` : sql``;
  const rows = scope.reader.all<{ key: number }>(
    sql`select rowid - ${base} as key from ${from} and rowid > ${base} and rowid < (${kinds[kind] + 1} << 48) ${probe} order by rowid ${kind === "activity" ? sql`desc` : sql``} limit ${limit}`,
  );
  return rows.map(({ key }) => key);
}

const sources = {
  search_words: (query: string) => sql`search_words where search_words match ${query}`,
  search_fragments: (query: string) => sql`search_fragments where search_fragments match ${query}`,
  activity_words: (query: string) => sql`activity_words where activity_words match ${query}`,
  activity_fragments: (query: string) => sql`activity_fragments where activity_fragments match ${query}`,
};

function acl(table: Match["table"], principals: readonly string[]): string {
  // Three letters make a trigram, so the token is matched with the blanks round it: `u1` is not `u12`.
  const tokens = table.endsWith("_fragments") ? principals.map((principal) => `" ${principal} "`) : principals;
  return `acl : (${tokens.join(" OR ")})`;
}

function isSeen({ viewer, reader }: Scope, kind: SearchKind, key: SQL): SQL {
  const { accounts, contacts, prospects, catalogItems, activities } = scopeFor(probing(viewer), reader);
  const relation = { account: accounts, contact: contacts, prospect: prospects, catalog_item: catalogItems, activity: activities }[kind];
  return sql`exists (select 1 from ${relation} where ${relation.id} = ${key})`;
}

/** Words and numbers of the text; a tax id or a phone typed with dots and dashes also as one piece. */
function wordsOf(text: string): string[] {
  const joined = alphanumerics(text);
  const isNumber = digits(text).length >= 5 && joined.length - digits(text).length <= 4 && /[\d)][\s.\-()/]+[\dA-Z(]|^[A-Z]-?\d/i.test(text.trim());
  return isNumber
    ? [fold(joined)]
    : fold(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== "");
}

function piecesOf(text: string): string[] {
  return wordsOf(text).filter((piece) => piece.length >= 3);
}
