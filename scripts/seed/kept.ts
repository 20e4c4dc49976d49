import type { Handle } from "@/db/open";

const searched = ["account_search", "contact_search", "prospect_search", "catalog_item_search"] as const;

/** Runs `fill` without triggers and rebuilds from their views what they keep: row by row they would write each index entry up to four times. */
export function withoutTriggers(handle: Handle, fill: () => void) {
  const triggers = handle.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as { name: string; sql: string }[];
  for (const { name } of triggers) handle.exec(`drop trigger ${name}`);
  fill();
  rebuildAccess(handle);
  rebuildSearch(handle);
  for (const { sql } of triggers) handle.exec(sql);
}

function rebuildAccess(handle: Handle) {
  handle.exec("delete from account_access; delete from account_access_counts");
  handle.exec("insert into account_access (principal, account_id) select principal, account_id from account_access_formula order by 1, 2");
  handle.exec("insert into account_access_counts (principal, accounts) select principal, count(*) from account_access group by 1");
}

function rebuildSearch(handle: Handle) {
  for (const table of ["search_words", "search_fragments"]) {
    handle.exec(`delete from ${table}`);
    for (const view of searched) handle.exec(`insert into ${table} (rowid, title, body, acl) select key, title, body, acl from ${view} order by key`);
  }
}
