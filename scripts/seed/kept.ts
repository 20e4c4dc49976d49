import type { Handle } from "@/db/open";

const searched = ["account_search", "contact_search", "prospect_search", "catalog_item_search"] as const;
const searches = ["search_words", "search_fragments"] as const;
const activitySearches = ["activity_words", "activity_fragments"] as const;

type Made = { name: string; sql: string };

/** Runs `fill` without triggers, indexes, keys and checks, and makes them and what the triggers keep afterwards, each in one go:
 *  row by row every entry would be written in disorder, some up to four times. What was filled must hold by itself. */
export function fillBare(handle: Handle, fill: () => void) {
  const triggers = madeOf(handle, "trigger");
  const indexes = madeOf(handle, "index");
  for (const { name } of triggers) handle.exec(`drop trigger ${name}`);
  for (const { name } of indexes) handle.exec(`drop index ${name}`);
  handle.exec("pragma foreign_keys = off; pragma ignore_check_constraints = on");
  fill();
  rebuildAccess(handle);
  handle.exec("delete from origin_totals");
  handle.exec("insert into origin_totals select origin_id, owner_id, measure, currency, total from origin_totals_formula where total <> 0");
  handle.exec("pragma foreign_keys = on; pragma ignore_check_constraints = off");
  for (const { sql } of indexes) handle.exec(sql);
  rebuildSearch(handle);
  for (const { sql } of triggers) handle.exec(sql);
}

function madeOf(handle: Handle, type: "trigger" | "index"): Made[] {
  return handle.prepare("select name, sql from sqlite_schema where type = ? and sql is not null order by rowid").all(type) as Made[];
}

function rebuildAccess(handle: Handle) {
  handle.exec("delete from account_access; delete from account_access_counts");
  handle.exec("insert into account_access (principal, account_id) select principal, account_id from account_access_formula order by 1, 2");
  handle.exec("insert into account_access_counts (principal, accounts) select principal, count(*) from account_access group by 1");
}

/** One pass over the views for both, in the order of the keys, since a lower key than the last would cut the index in two. */
function rebuildSearch(handle: Handle) {
  const all = searched.map((view) => `select key, title, body, acl from ${view}`).join(" union all ");
  handle.exec(`create temp table found (key integer primary key, title text, body text, acl text) strict; insert into temp.found ${all}`);
  for (const table of searches) fillSearch(handle, table);
  handle.exec("drop table temp.found");
  for (const table of activitySearches) fillSearch(handle, table, "activity_search");
}

/** Gathers much before writing and merges once at the end. What it is told for that is taken back: the settings are kept in the file. */
function fillSearch(handle: Handle, table: (typeof searches | typeof activitySearches)[number], from: "temp.found" | "activity_search" = "temp.found") {
  const tell = (command: string, value: number) => handle.exec(`insert into ${table} (${table}, rank) values ('${command}', ${value})`);
  handle.exec(`delete from ${table}`);
  tell("automerge", 0);
  tell("hashsize", 512 * 1024 * 1024);
  handle.exec(`insert into ${table} (rowid, title, body, acl) select key, title, body, acl from ${from} order by key`);
  handle.exec(`insert into ${table} (${table}) values ('optimize')`);
  tell("automerge", 4);
  tell("hashsize", 1024 * 1024);
}
