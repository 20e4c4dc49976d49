import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, openDatabase } from "@/db/open";
import { documents } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { parsePhone } from "@/lib/core/phones";
import { alphanumerics, sortKey, sortKeyOrLast } from "@/lib/core/text";
import { keepAccountBalance, settleDocument } from "@/lib/documents/balances";
import { contentHash } from "@/lib/documents/freeze";
import { writeLedger } from "@/lib/documents/ledger";
import { customerSnapshot, issuerSnapshot } from "@/lib/documents/parties";
import { findDocument } from "@/lib/documents/queries";
import { seedBench } from "@/scripts/seed/bench";

const accounts = 200;
const handle = openDatabase(":memory:");
beforeAll(() => {
  applyMigrations(handle);
  seedBench(handle, { accounts, passwordHash: "" });
});

test("search is what its views say", () => {
  for (const [table, tokens] of Object.entries({
    search_words: "tokenize='unicode61 remove_diacritics 2', prefix='2 3'",
    search_fragments: "tokenize='trigram remove_diacritics 1'",
    activity_words: "detail=column, tokenize='unicode61 remove_diacritics 2', prefix='2 3'",
    activity_fragments: "tokenize='trigram remove_diacritics 1'",
  })) {
    const views = table.startsWith("activity_") ? ["activity"] : ["account", "contact", "prospect", "catalog_item"];
    handle.exec(`create virtual table temp.again using fts5(title, body, acl, content='', contentless_delete=1, ${tokens})`);
    for (const view of views) handle.exec(`insert into temp.again (rowid, title, body, acl) select key, title, body, acl from ${view}_search`);
    handle.exec(
      `create virtual table temp.kept_words using fts5vocab(main, ${table}, instance); create virtual table temp.view_words using fts5vocab(temp, again, instance)`,
    );
    expect(rows("select count(*) as words from temp.kept_words")).toEqual(rows("select count(*) as words from temp.view_words"));
    expect(rows("select term, doc, col, offset from temp.kept_words except select term, doc, col, offset from temp.view_words")).toEqual([]);
    handle.exec("drop table temp.kept_words; drop table temp.view_words; drop table temp.again");
  }
});

test("keys and snapshots are what the commands write", () => {
  const named = rows("select name, name_key, city, city_key, tax_id, tax_id_key, phone, phone_e164 from accounts") as Record<string, string>[];
  for (const { name, name_key, city, city_key, tax_id, tax_id_key, phone, phone_e164 } of named) {
    expect([name_key, city_key, tax_id_key, phone_e164]).toEqual([sortKey(name!), sortKeyOrLast(city), alphanumerics(tax_id!), parsePhone(phone!, "MX").e164]);
  }
  for (const { given_name, family_name, name_key } of rows("select given_name, family_name, name_key from contacts") as Record<string, string>[])
    expect(name_key).toBe(sortKey(`${given_name} ${family_name}`));
  const owners = rows("select distinct users.name, owner_key from accounts join users on users.id = owner_id") as { name: string; owner_key: string }[];
  for (const { name, owner_key } of owners) expect(owner_key).toBe(sortKey(name));
});

test("invoices are sealed, chained, entered and owed as the command leaves them", () => {
  const db = connect(handle);
  const scope = scopeFor({ kind: "system", locale: "es", zone: "America/Mexico_City", today: "2026-01-15" }, db);
  let previous: string | null = null;
  for (const { id } of rows("select id from documents order by number limit 60") as { id: number }[]) {
    const invoice = findDocument(scope, "invoice", id)!;
    expect(invoice.previousSha256).toBe(previous);
    expect(contentHash(invoice, previous)).toBe(invoice.contentSha256);
    previous = invoice.contentSha256;
    write(db, (tx): void => {
      expect(invoice.customerSnapshot).toEqual(customerSnapshot(tx, invoice.accountId, invoice.contactId));
      expect(invoice.issuerSnapshot).toEqual(issuerSnapshot(tx));
    });
  }
  expect(rows("select number from documents d where issued_on < (select issued_on from documents where number = d.number - 1)")).toEqual([]);
  expect(rows("select next, last_issued_on from series where kind = 'invoice'")).toEqual(
    rows("select max(number) + 1 as next, max(issued_on) as last_issued_on from documents"),
  );
});

test("doing again what is kept changes nothing", () => {
  const kept = () =>
    ["documents", "account_balances", "sales_ledger"].map((table) =>
      rows(`select * from ${table} where ${table === "account_balances" ? "account_id" : "id"} <= 40`),
    );
  const before = kept();
  handle.exec("begin");
  write(connect(handle), (tx): void => {
    for (let id = 1; id <= 40; id += 1) {
      settleDocument(tx, id);
      keepAccountBalance(tx, id, "MXN");
      const issued = tx.select().from(documents).where(eq(documents.id, id)).get()!;
      writeLedger(tx, issued, findDocument(scopeFor({ kind: "system", locale: "es", zone: "UTC", today: "" }, tx), "invoice", id)!.taxes, {
        status: "valid",
        on: issued.issuedOn,
        now: issued.frozenAt!,
      });
    }
  });
  expect(kept()).toEqual(before);
  const [seededLedger, writtenLedger] = ["id <= 40", `id > ${2 * accounts}`].map((where) =>
    (rows(`select * from sales_ledger where ${where} order by id`) as { id: number }[]).map(({ id: _id, ...row }) => row),
  );
  expect(writtenLedger).toEqual(seededLedger);
  handle.exec("rollback");
});

function rows(query: string): unknown[] {
  return handle.prepare(query).all();
}
