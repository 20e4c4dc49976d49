import type { Handle } from "@/db/open";
import type { DataCheck } from "./data-check";

const names = ["account_search", "contact_search", "prospect_search", "catalog_item_search"];
const indexes = {
  search_words: { options: "tokenize='unicode61 remove_diacritics 2', prefix='2 3'", views: names },
  search_fragments: { options: "tokenize='trigram remove_diacritics 1'", views: names },
  activity_words: { options: "detail=column, tokenize='unicode61 remove_diacritics 2', prefix='2 3'", views: ["activity_search"] },
  activity_fragments: { options: "tokenize='trigram remove_diacritics 1'", views: ["activity_search"] },
};

/** What is derived or chained: search against its views, the file itself. */
export const keptChecks: DataCheck[] = [
  ...Object.entries(indexes).map(([table, index]) => ({
    name: `la búsqueda encuentra lo que hay (${table})`,
    complaints: ({ $client }: { $client: Handle }) => searchComplaints($client, table, index),
  })),
  { name: "ningún dato apunta a otro que no existe", complaints: ({ $client }) => orphans($client) },
  { name: "el archivo de datos está íntegro", complaints: ({ $client }) => damage($client) },
];

function orphans(handle: Handle): string[] {
  const rows = handle.pragma("foreign_key_check") as { table: string; rowid: number; parent: string }[];
  return rows.slice(0, 5).map(({ table, rowid, parent }) => `${table} ${rowid} apunta a ${parent}`);
}

function damage(handle: Handle): string[] {
  const told = handle.pragma("integrity_check", { simple: true });
  return told === "ok" ? [] : [String(told)];
}

/** The index keeps no text, so the views are indexed anew and the words of both compared. */
function searchComplaints(handle: Handle, table: string, { options, views }: { options: string; views: string[] }): string[] {
  handle.exec(`create virtual table temp.again using fts5(title, body, acl, content='', contentless_delete=1, ${options});
    ${views.map((view) => `insert into temp.again (rowid, title, body, acl) select key, title, body, acl from ${view};`).join("\n")}
    create virtual table temp.kept_words using fts5vocab(main, ${table}, instance);
    create virtual table temp.view_words using fts5vocab(temp, again, instance);`);
  const only = (one: string, other: string) =>
    handle.prepare(`select count(*) from (select * from temp.${one} except select * from temp.${other})`).pluck().get();
  const [extra, lacking] = [only("kept_words", "view_words"), only("view_words", "kept_words")];
  handle.exec("drop table temp.kept_words; drop table temp.view_words; drop table temp.again");
  return extra === 0 && lacking === 0 ? [] : [`sobran ${extra} palabras y faltan ${lacking}`];
}
