import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/open";
import { addCustomer } from "../support/customers";
import { databaseHash } from "../support/people";
import { promise } from "../support/promise";
import { today, world } from "../support/world";
import { columnsOf, freeColumns, type Part, parts } from "./frozen-parts";

let db: Database;
let papers: number[];
let draftId: number;
beforeAll(() => {
  ({ db } = world());
  const customer = addCustomer(db, { givenName: "Julia", company: "Acme de Occidente", email: "julia@ejemplo.test", passwordHash: "x" }, today);
  papers = frozenAmong(customer.papers);
  draftId = customer.drafts[2]!;
});

test("no column of what was issued, sent or posted can be written by SQL", () => {
  const before = databaseHash(db);
  let tried = 0;
  const through: string[] = [];
  for (const [table, id, sql] of assaults()) {
    tried += 1;
    const [error, changes] = attempt(sql, id);
    if (!error && changes > 0) through.push(`${table}: ${sql}`);
  }
  expect(through).toEqual([]);
  expect(databaseHash(db)).toBe(before);
  expect([papers.length, tried > 200]).toEqual([3, true]);
  promise("D12", `${tried} direct writes to frozen rows, 0 changes`);
});

test("what may change of a frozen document is a short list, and every other column is guarded", () => {
  const guarded = String(db.$client.prepare("select sql from sqlite_schema where name = 'documents_frozen'").pluck().get());
  const open = columnsOf(db, "documents").filter((column) => !guarded.includes(`NEW.${column} IS NOT`));
  expect(open.sort()).toEqual([...freeColumns].sort());
});

test("without the triggers the same writes go through", () => {
  const names = db.$client
    .prepare("select name from sqlite_schema where type = 'trigger' and (name glob '*frozen*' or name glob '*not_changed' or name glob '*not_deleted')")
    .pluck()
    .all() as string[];
  db.$client.exec("begin");
  for (const name of names) db.$client.exec(`drop trigger ${name}`);
  const changed = assaults().filter(([, id, sql]) => {
    const [error, changes] = attempt(sql, id);
    return !error && changes > 0;
  });
  db.$client.exec("rollback");
  expect(names.length).toBeGreaterThan(12);
  expect(changed.length).toBeGreaterThan(100);
});

/** An order is a promise between the two and may change; quote, invoice and receipt may not. */
function frozenAmong(ids: number[]): number[] {
  return ids.filter((id) => db.$client.prepare("select is_frozen from documents where id = ?").pluck().get(id) === 1);
}

/** Each column of each row to another value, each row deleted and written over, and a draft's row handed over. */
function assaults(): [Part, number, string][] {
  return papers.flatMap((id) =>
    (Object.keys(parts) as Part[])
      .filter((table) => count(table, id) > 0)
      .flatMap((table) => [...writesTo(table), ...movesInto(table, id)].map((sql): [Part, number, string] => [table, id, sql])),
  );
}

function writesTo(table: Part): string[] {
  const { where, free } = parts[table];
  const columns = columnsOf(db, table);
  const kept = columns.filter((column) => !(free as readonly string[]).includes(column));
  return [
    ...kept.map((column) => `update ${table} set ${column} = ${another(table, column)} where ${where}`),
    `delete from ${table} where ${where}`,
    `insert or replace into ${table} (${columns.join(", ")}) select ${columns.map((column) => changed(table, column)).join(", ")} from ${table} where ${where}`,
  ];
}

/** A draft's own rows, handed over to the frozen document. */
function movesInto(table: Part, id: number): string[] {
  if (table === "document_line_taxes") {
    const line = `(select min(id) from document_lines where document_id = ${id})`;
    return [
      `update document_line_taxes set line_id = ${line}, position = 9, code = 'X' where line_id in (select id from document_lines where document_id = ${draftId} + 0 * ?)`,
    ];
  }
  if (table !== "document_lines" && table !== "document_taxes") return [];
  return [`update ${table} set document_id = ${id}, position = 9${table === "document_taxes" ? ", code = 'X'" : ""} where document_id = ${draftId} + 0 * ?`];
}

/** The first amount or text of a row, so that a row written over says something else. */
function changed(table: Part, column: string): string {
  const first = { documents: "notes", document_lines: "description", receipt_tenders: "reference" } as Partial<Record<Part, string>>;
  const chosen = first[table] ?? columnsOf(db, table).find((name) => name.endsWith("_minor"));
  return column === chosen ? another(table, column) : column;
}

function another(table: Part, column: string): string {
  const type = db.$client.prepare("select type from pragma_table_info(?) where name = ?").pluck().get(table, column);
  if (column === "is_frozen") return "0";
  if (column.endsWith("_on") || column.endsWith("_until")) return "'2020-01-01'";
  return type === "INTEGER" ? `coalesce(${column}, 0) + 1` : `coalesce(${column}, '') || '1'`;
}

function count(table: Part, id: number): number {
  return db.$client.prepare(`select count(*) from ${table} where ${parts[table].where}`).pluck().get(id) as number;
}

/** Undone in the same breath, whatever came of it. */
function attempt(sql: string, id: number): [Error | undefined, number] {
  db.$client.exec("savepoint assault; pragma defer_foreign_keys = on");
  try {
    const { changes } = db.$client.prepare(sql).run(id);
    return [undefined, changes];
  } catch (error) {
    return [error as Error, 0];
  } finally {
    db.$client.exec("rollback to assault; release assault");
  }
}
