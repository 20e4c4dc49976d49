import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, type Handle, openDatabase } from "@/db/open";
import { rareWord } from "@/db/seeds/bench";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { scopeFor } from "@/lib/access/scope";
import { accountFilters } from "@/lib/accounts/filters";
import { countAccounts, listAccounts } from "@/lib/accounts/list";
import { setupOf } from "@/lib/setup/queries";
import { progressOf, setupSteps } from "@/lib/setup/rules";
import { seedBench, seededAt } from "@/scripts/seed/bench";

const accounts = 200;
let handle: Handle;

beforeAll(() => {
  handle = seeded();
});

test("it holds what it was asked for", () => {
  expect(counted("accounts")).toBe(accounts);
  expect(counted("activities")).toBe(2 * accounts);
  expect(counted("documents where status = 'issued' and is_frozen = 1")).toBe(2 * accounts);
  expect(counted("document_lines")).toBe(6 * accounts);
  expect(counted("account_contacts")).toBe(2 * accounts);
  expect(counted("contacts")).toBe(2 * accounts);
  expect(counted("sales_ledger")).toBe(2 * accounts);
  expect(counted("users join user_profiles on user_id = users.id")).toBe(42);
});

test("the company is set up, so that its pages do not ask how far it is", () => {
  const db = connect(handle);
  const marta = loadStaffViewer(db, 1, seededAt)!;
  expect(progressOf(setupOf(scopeFor(marta, db)).steps)).toMatchObject({ done: setupSteps.length, total: setupSteps.length });
});

test("keys, checks, indexes and pages are whole", () => {
  expect(handle.pragma("foreign_key_check")).toEqual([]);
  expect(handle.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
  expect(made(handle)).toEqual(made(emptyDatabase()));
});

test("the first representative has 40 accounts of 200, the second as many, and the rest the less the later", () => {
  const owned = rows("select count(*) as accounts from accounts join users on users.id = owner_id group by owner_id order by owner_id") as {
    accounts: number;
  }[];
  expect(owned.slice(0, 2)).toEqual([{ accounts: 40 }, { accounts: 40 }]);
  expect(counted("accounts where owner_group_id is not null")).toBeGreaterThan(0);
});

test("access is the rule written out, and its counts are counted", () => {
  expect(counted("account_access")).toBeGreaterThan(accounts);
  expect(rows("select principal, account_id from account_access except select principal, account_id from account_access_formula")).toEqual([]);
  expect(rows("select principal, account_id from account_access_formula except select principal, account_id from account_access")).toEqual([]);
  expect(rows("select principal, accounts from account_access_counts except select principal, count(*) from account_access group by 1")).toEqual([]);
});

test("the triggers are back and keep working", () => {
  expect(counted("sqlite_schema where type = 'trigger'")).toBe(triggersOf(emptyDatabase()));
  expect(() => handle.exec("update documents set total_minor = 1 where id = 1")).toThrow("frozen document");
  handle.exec("begin; update accounts set owner_id = (select max(id) from users), owner_group_id = null where id = 3");
  expect(rows("select principal, account_id from account_access_formula except select principal, account_id from account_access")).toEqual([]);
  handle.exec("rollback");
});

test("a word finds its accounts, for the administrator and for whose they are", () => {
  for (const userId of [1, firstRepresentative()]) {
    const scope = scopeFor(loadStaffViewer(connect(handle), userId, seededAt)!, connect(handle));
    const { rows: found } = listAccounts(scope, accountFilters.parse({ q: rareWord }));
    expect(found).toHaveLength(5);
    expect(found.every(({ name }) => name.includes(rareWord))).toBe(true);
    expect(countAccounts(scope, accountFilters.parse({ q: "rreter" }))).toBeGreaterThan(0);
  }
});

test("headers are the sum of their lines, balances of their documents", () => {
  const lines = "select document_id, sum(net_minor), sum(tax_minor), sum(total_minor) from document_lines group by 1";
  expect(rows(`select id, net_minor, tax_minor, total_minor from documents except ${lines}`)).toEqual([]);
  expect(rows("select document_id, amount_minor from document_taxes except select id, tax_minor from documents")).toEqual([]);
  const owed = "select account_id, sum(balance_minor), sum(total_minor), max(issued_on) from documents group by 1";
  expect(rows(`select account_id, balance_minor, invoiced_minor, last_purchase_on from account_balances except ${owed}`)).toEqual([]);
  expect(counted("account_balances")).toBe(accounts);
});

test("a second seed is the same to the last row", () => {
  expect(fingerprint(seeded())).toBe(fingerprint(handle));
});

function seeded(): Handle {
  const made = emptyDatabase();
  seedBench(made, { accounts, passwordHash: "" });
  return made;
}

function emptyDatabase(): Handle {
  const made = openDatabase(":memory:");
  applyMigrations(made);
  return made;
}

function rows(query: string): unknown[] {
  return handle.prepare(query).all();
}

function counted(what: string): number {
  return handle.prepare(`select count(*) from ${what}`).pluck().get() as number;
}

/** Everything the schema makes; what a table or an index is, not where it stands. */
function made(database: Handle): unknown[] {
  return database.prepare("select type, name, sql from sqlite_schema where name not like 'search%' order by type, name").all();
}

function triggersOf(database: Handle) {
  return database.prepare("select count(*) from sqlite_schema where type = 'trigger'").pluck().get();
}

function firstRepresentative(): number {
  return handle.prepare("select id from users where email = 'ventas1@ejemplo.test'").pluck().get() as number;
}

function fingerprint(database: Handle): string {
  const tables = database.prepare("select name from sqlite_schema where type = 'table' and name not like '%search%' order by name").pluck().all() as string[];
  const digest = createHash("sha256");
  for (const table of tables) digest.update(JSON.stringify([table, database.prepare(`select * from ${table}`).all()]));
  return digest.digest("hex");
}
