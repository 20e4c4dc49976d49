import { beforeAll, expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, type Database, openDatabase } from "@/db/open";
import { write } from "@/db/write";
import { loadCustomerViewer } from "@/lib/access/load-customer";
import { scopeFor } from "@/lib/access/scope";
import { type ExamplePack, examplePacks } from "@/lib/example/companies";
import { type ExampleFiles, exampleFiles } from "@/lib/example/files";
import { fillExample } from "@/lib/example/fill";
import { complaintsOf, dataChecks } from "@/scripts/doctor/data";
import { databaseHash } from "../support/people";
import { emptyFolder } from "../support/server";

const asOf = "2026-11-01";
const noon = Date.UTC(2026, 10, 1, 16);

let files: ExampleFiles;
beforeAll(async () => {
  process.env.DATA_DIR = emptyFolder();
  files = await exampleFiles();
});

function filled(pack: ExamplePack, day = asOf): Database {
  const handle = openDatabase(":memory:");
  applyMigrations(handle);
  const db = connect(handle);
  write(db, (tx) => fillExample(tx, { pack, asOf: day, passwordHash: "x", files }));
  return db;
}

test.each(examplePacks)("%s: every invariant holds on the whole company", (pack) => {
  const db = filled(pack);
  expect(complaintsOf(db)).toEqual([]);
  expect(countsOf(db)).toEqual({
    ...{ accounts: 31, suppliers: 5, contacts: 46, shared: 6, prospects: 61, items: 25, quotes: 50, orders: 28, invoices: 70, receipts: 45, partial: 8 },
    ...{
      unallocated: 3,
      ageing: "10,10,10,10",
      activities: 295,
      trashed: "1,1,1,1",
      bulks: "edit:done:2,undo:done:1",
      refused: 0,
      repeated: 3,
      pinned: 3,
      webForms: "1,2",
      notices: "mention:2,reminder:1",
      appointments: 20,
      states: 6,
      origins: 12,
      demo: 1,
      outside: 0,
      future: 0,
      files: "11,6",
    },
  });
  expect(portalLeaks(db)).toEqual([]);
  console.log(`${pack}: ${dataChecks.length} checks, no complaint`);
  db.$client.close();
}, 120_000);

test("the same day gives the same rows, and another day others", () => {
  expect(hashed(filled("UY"))).toBe(hashed(filled("UY")));
  expect(hashed(filled("UY", "2026-12-01"))).not.toBe(hashed(filled("UY")));
}, 240_000);

test.each(["2027-03-01", "2028-02-29", "2026-12-31"])("made on %s it holds too", (day) => {
  const db = filled("BO", day);
  expect(complaintsOf(db)).toEqual([]);
  db.$client.close();
}, 120_000);

test("whoever moves a cent, a number or a word is told", () => {
  const db = filled("MX");
  const handle = db.$client;
  handle.exec(
    "drop trigger documents_frozen; drop trigger document_lines_frozen_update; drop trigger events_not_changed; drop trigger sales_ledger_not_changed",
  );
  handle.exec("drop trigger accounts_search_update");
  const edits: Record<string, string> = {
    "las líneas suman": "update document_lines set net_minor = net_minor + 1, total_minor = total_minor + 1 where id = (select min(id) from document_lines)",
    "una factura debe":
      "update documents set balance_minor = balance_minor + 1 where id = (select min(id) from documents where kind = 'invoice' and status = 'issued')",
    "un correo está como": "update mails set state = 'sent' where id = (select min(id) from mails where state = 'failed')",
    "los números de una serie": "update series set next = next + 1 where kind = 'invoice'",
    "no es lo que se emitió": "update documents set notes = 'otra cosa' where id = (select min(id) from documents where kind = 'invoice')",
    "el libro de un mes": "update sales_ledger set total_minor = total_minor + 1 where id = 1",
    "se rompe en el evento 5": "update events set at = at + 1 where id = 5",
    "quién alcanza una cuenta": "delete from account_access where account_id = 1",
    "la búsqueda encuentra lo que hay (search_words)": "update accounts set name = 'Otra' where id = 1",
  };
  for (const [told, edit] of Object.entries(edits)) {
    handle.exec("savepoint here");
    handle.exec(edit);
    expect(complaintsOf(db).join("\n")).toContain(told);
    handle.exec("rollback to here; release here");
  }
  expect(complaintsOf(db)).toEqual([]);
  db.$client.close();
}, 120_000);

function hashed(db: Database) {
  const hash = databaseHash(db);
  db.$client.close();
  return hash;
}

function countsOf(db: Database) {
  const of = (select: string) => db.$client.prepare(`select ${select}`).pluck().get();
  const count = (from: string) => of(`count(*) from ${from}`);
  const late = (from: number, to: number) =>
    count(`documents where kind = 'invoice' and balance_minor > 0 and julianday('${asOf}') - julianday(due_on) between ${from} and ${to}`);
  const current = (kind: string) => count(`documents where kind = '${kind}' and is_current = 1`);
  return {
    ...{ accounts: count("accounts"), suppliers: count("accounts where is_supplier = 1"), contacts: count("contacts") },
    shared: of("(select count(*) from account_contacts) - (select count(*) from contacts)"),
    ...{ prospects: count("prospects"), items: count("catalog_items") },
    ...{ quotes: current("quote"), orders: current("order"), invoices: current("invoice"), receipts: current("receipt") },
    partial: count("documents where kind = 'invoice' and paid_minor > 0 and balance_minor > 0"),
    unallocated: count("documents where kind = 'receipt' and balance_minor > 0"),
    ageing: [late(1, 30), late(31, 60), late(61, 90), late(91, 999)].join(","),
    ...{ activities: count("activities"), repeated: count("repetitions"), pinned: count("activities where pinned_at is not null") },
    trashed: ["accounts", "contacts", "prospects", "activities"].map((table) => count(`${table} where deleted_at is not null`)).join(","),
    bulks: of(
      "group_concat(told) from (select deed || ':' || state || ':' || count(*) told from bulks where exists (select 1 from bulk_rows where bulk_id = id and outcome = 'changed') group by deed, state)",
    ),
    refused: count("bulk_rows where outcome not in ('changed', 'unchanged')"),
    webForms: of("(select count(*) from web_forms) || ',' || (select count(*) from web_form_entries where state = 'waiting')"),
    notices: of("group_concat(kind || ':' || n) from (select kind, count(*) n from notices group by kind order by kind)"),
    appointments: count(`activities where kind = 'appointment' and status = 'planned' and starts_at >= '${asOf}'`),
    ...{ states: of("count(distinct status) from prospects"), origins: of("count(distinct origin_id) from prospects"), demo: of("is_demo from company") },
    outside: count(
      "(select email from accounts union select email from contacts union select email from users union select email from prospects) where email not like '%@ejemplo.test'",
    ),
    files: of("count(*) || ',' || count(distinct record_kind) from attachments"),
    future: count(`events where at >= ${Date.UTC(2026, 10, 1, 12)}`),
  };
}

/** A customer of the portal sees the published documents of the accounts that are open to them, and nothing else. */
function portalLeaks(db: Database): string[] {
  const users = db.$client.prepare("select id from portal_users").pluck().all() as number[];
  expect(users).toHaveLength(2);
  return users.flatMap((id) => {
    const viewer = loadCustomerViewer(db, id, noon)!;
    const scope = scopeFor(viewer, db);
    const seen = scope.select().from(scope.anyDocuments).all();
    expect(seen.length).toBeGreaterThan(3);
    const open = new Set(viewer.windows.map(({ accountId }) => accountId));
    return seen.filter((one) => !open.has(one.accountId) || one.status === "draft" || one.internalNote !== null).map(({ label }) => `${viewer.name}: ${label}`);
  });
}
