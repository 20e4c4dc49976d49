import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Module } from "@/db/vocabulary";
import { reachOf } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { alphanumerics, digits, fold } from "@/lib/core/text";
import { nearly } from "./nearly";

const kinds = { account: 1, contact: 2, prospect: 3, catalog_item: 4 } as const;
export type SearchKind = keyof typeof kinds;
const modules: Record<SearchKind, Module> = { account: "accounts", contact: "contacts", prospect: "prospects", catalog_item: "catalog" };

/** As many hits as a list is filtered by; who finds more should type more. */
const cap = 500;

/** The condition that a column names a record the text finds. A page asks it for its rows and for their number: it is looked for once per scope. */
export function isFound(scope: Scope, kind: SearchKind, column: SQLWrapper, text: string): SQL {
  const asked = askedOf(scope);
  const keys = asked.get(`${kind} ${text}`) ?? JSON.stringify(findKeys(scope, kind, text));
  asked.set(`${kind} ${text}`, keys);
  return sql`${column} in (select value from json_each(${keys}))`;
}

const askedBy = new WeakMap<Scope, Map<string, string>>();

function askedOf(scope: Scope): Map<string, string> {
  const asked = askedBy.get(scope) ?? new Map();
  askedBy.set(scope, asked);
  return asked;
}

/** Ids of the records a text finds: words by their beginning, then fragments, then what is spelt nearly so. Accents, punctuation and phone prefixes do not count.
 *  The viewer's principals stand in the match itself, so the cap never hides what they may see behind what they may not. */
export function findKeys(scope: Scope, kind: SearchKind, text: string): number[] {
  const acl = aclOf(scope, kind);
  if (acl === "nobody") return [];
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const exact = match(scope, "search_words", kind, [...words.map((word) => `${told} "${word}"*`), wordsAcl(acl)]);
  if (exact.length > 0 || words.join("").length < 3) return exact;
  const inside = fragments(scope, kind, piecesOf(text), acl);
  if (inside.length > 0) return inside;
  const numbered = fragments(scope, kind, localNumber(text), acl);
  if (numbered.length > 0) return numbered;
  const holding = (terms: string, limit: number) => match(scope, "search_fragments", kind, [`{title} : (${terms})`, fragmentsAcl(acl)], limit);
  return nearly(scope, kind, words, holding).slice(0, cap);
}

/** Who may see a record stands in the same index, and is not for searching. */
const told = "{title body} :";

function fragments(scope: Scope, kind: SearchKind, pieces: string[], acl: Acl): number[] {
  return pieces.length === 0 ? [] : match(scope, "search_fragments", kind, [...pieces.map((piece) => `${told} "${piece}"`), fragmentsAcl(acl)]);
}

type Acl = "everybody" | "nobody" | readonly string[];

function aclOf({ viewer }: Scope, kind: SearchKind): Acl {
  if (viewer.kind === "system") return "everybody";
  if (viewer.kind === "customer") return "nobody";
  const reach = reachOf(viewer, modules[kind], "view");
  if (reach === undefined) return "nobody";
  return reach === "all" || kind === "catalog_item" ? "everybody" : viewer.circles[reach].principals;
}

function match({ reader }: Scope, table: "search_words" | "search_fragments", kind: SearchKind, terms: string[], limit = cap): number[] {
  const query = terms.filter(Boolean).join(" AND ");
  const from = table === "search_words" ? sql`search_words where search_words match ${query}` : sql`search_fragments where search_fragments match ${query}`;
  const rows = reader.all<{ key: number }>(sql`select rowid as key from ${from} and rowid % 16 = ${kinds[kind]} order by rowid limit ${limit}`);
  return rows.map(({ key }) => (key - kinds[kind]) / 16);
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

/** The end of a telephone, without the prefixes of countries, cities and times past: the last eight digits. */
function localNumber(text: string): string[] {
  const number = digits(text);
  return number.length >= 10 && /^[\d\s.\-()+/]+$/.test(text.trim()) ? [number.slice(-8)] : [];
}

function wordsAcl(acl: Acl): string {
  return typeof acl === "string" ? "" : `acl : (${acl.join(" OR ")})`;
}

/** Three letters make a trigram, so the token is matched with the blanks round it: `u1` is not `u12`. */
function fragmentsAcl(acl: Acl): string {
  return typeof acl === "string" ? "" : `acl : (${acl.map((principal) => `" ${principal} "`).join(" OR ")})`;
}
