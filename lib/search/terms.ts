import { sql } from "drizzle-orm";
import type { Reader } from "@/db/open";

/** Beyond so many it costs less to let the index gather them. */
const mostTerms = 16;
/** Such beginnings have an index of their own. */
const indexed = 3;

/** What to match for the words that begin so; undefined when there are none. Named one by one they are sought only where they stand,
 *  while the index would first bring together every row of each. */
export function beginning(reader: Reader, table: "search_words" | "activity_words", word: string): string | undefined {
  if (word.length <= indexed || !/^[a-z0-9]+$/.test(word)) return `"${word}"*`;
  const terms: string[] = [];
  for (let from = word; ; ) {
    const term = nextTerm(reader, table, from, `${word}\u{10ffff}`);
    if (term === undefined) break;
    if (terms.length === mostTerms) return `"${word}"*`;
    terms.push(term);
    from = `${term}\u0001`;
  }
  return terms.length === 0 ? undefined : terms.map((term) => `"${term}"`).join(" OR ");
}

/** The first of the index's words between two, of which no more than one row is read. */
function nextTerm(reader: Reader, table: "search_words" | "activity_words", from: string, to: string): string | undefined {
  const terms = table === "search_words" ? sql`search_terms` : sql`activity_terms`;
  return reader.get<{ term: string } | undefined>(sql`select term from ${terms} where term >= ${from} and term < ${to} limit 1`)?.term;
}
