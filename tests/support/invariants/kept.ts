import type { Database, Handle } from "@/db/open";
import { firstBrokenEvent } from "@/lib/events/verify";

const views = ["account_search", "contact_search", "prospect_search", "catalog_item_search"];
const indexes = {
  search_words: { options: "tokenize='unicode61 remove_diacritics 2', prefix='2 3'", views },
  search_fragments: { options: "tokenize='trigram remove_diacritics 1'", views },
  activity_words: { options: "detail=column, tokenize='unicode61 remove_diacritics 2', prefix='2 3'", views: ["activity_search"] },
  activity_fragments: { options: "tokenize='trigram remove_diacritics 1'", views: ["activity_search"] },
};

/** What is derived or chained: search against its views, the events, the file itself. */
export function keptComplaints(db: Database): string[] {
  const handle = db.$client;
  const broken = firstBrokenEvent(db);
  const orphans = handle.pragma("foreign_key_check") as unknown[];
  const integrity = handle.pragma("integrity_check", { simple: true });
  return [
    ...Object.entries(indexes).flatMap(([table, index]) => searchComplaints(handle, table, index)),
    ...(broken === undefined ? [] : [`the chain breaks at event ${broken}`]),
    ...orphans.slice(0, 5).map((row) => `foreign_key_check: ${JSON.stringify(row)}`),
    ...(integrity === "ok" ? [] : [`integrity_check: ${integrity}`]),
  ];
}

/** The index keeps no text, so the views are indexed anew and the words of both compared. */
function searchComplaints(handle: Handle, table: string, { options, views }: { options: string; views: string[] }): string[] {
  handle.exec(`create virtual table temp.again using fts5(title, body, acl, content='', contentless_delete=1, ${options});
    ${views.map((view) => `insert into temp.again (rowid, title, body, acl) select key, title, body, acl from ${view};`).join("\n")}
    create virtual table temp.kept_words using fts5vocab(main, ${table}, instance);
    create virtual table temp.view_words using fts5vocab(temp, again, instance);`);
  const only = (one: string, other: string) =>
    handle.prepare(`select count(*) from (select * from temp.${one} except select * from temp.${other})`).pluck().get();
  const difference = `${only("kept_words", "view_words")} only in ${table}, ${only("view_words", "kept_words")} only in its views`;
  handle.exec("drop table temp.kept_words; drop table temp.view_words; drop table temp.again");
  return difference.startsWith("0 only") && difference.includes(", 0 only") ? [] : [difference];
}
