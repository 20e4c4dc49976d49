import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "@/db/open";
import { firstBrokenEvent } from "@/lib/events/verify";

/** What is torn in the data, whoever wrote it: the file, the keys, the chain of events, sums, numbers, lists half applied, and bytes that are not what their row says. */
export function torn(db: Database, dataDir: string): string[] {
  const { $client } = db;
  const texts = (sql: string) => $client.prepare(sql).pluck().all() as string[];
  const integrity = $client.pragma("integrity_check", { simple: true });
  const broken = firstBrokenEvent(db);
  return [
    ...(integrity === "ok" ? [] : [`integrity_check: ${integrity}`]),
    ...($client.pragma("foreign_key_check") as unknown[]).map((row) => `foreign_key_check: ${JSON.stringify(row)}`),
    ...(broken === undefined ? [] : [`the chain breaks at event ${broken}`]),
    ...texts(unequalTotals).map((id) => `document ${id} is not the sum of its lines`),
    ...texts(gaps).map((kind) => `the numbers of ${kind} have gaps`),
    ...texts(doubledRows).map((name) => `${name} was imported twice`),
    ...texts(halfRows).map((id) => `row ${id} of a list is half applied`),
    ...texts(forgottenRows).map((id) => `row ${id} of an applied list was never applied`),
    ...lostBytes(db, dataDir),
  ];
}

const unequalTotals = `
  select documents.id from documents
  join (select document_id, sum(net_minor) net, sum(total_minor) total from document_lines group by 1) lines on lines.document_id = documents.id
  where documents.net_minor <> lines.net or documents.total_minor <> lines.total`;

const gaps = `
  select series.kind from series
  join documents on documents.series_id = series.id
  group by series.id
  having count(*) <> max(documents.number) or count(distinct documents.number) <> count(*) or series.next <> max(documents.number) + 1`;

const doubledRows = "select name from accounts where name like 'Fila %' group by name having count(*) > 1";

const halfRows = `
  select import_rows.id from import_rows
  left join accounts on accounts.id = import_rows.record_id and accounts.name = import_rows.cells ->> 0
  where (import_rows.applied_at is null) <> (import_rows.record_id is null) or (import_rows.record_id is not null and accounts.id is null)`;

const forgottenRows = `
  select import_rows.id from import_rows
  join imports on imports.id = import_rows.import_id
  where imports.state = 'applied' and import_rows.outcome in ('new', 'changed') and import_rows.applied_at is null`;

function lostBytes({ $client }: Database, dataDir: string): string[] {
  const rows = $client.prepare("select distinct sha256 from files").pluck().all() as string[];
  return rows
    .filter((sha256) => hashOf(join(dataDir, "files", sha256.slice(0, 2), sha256.slice(2, 4), sha256)) !== sha256)
    .map((sha256) => `the bytes of ${sha256} are not there`);
}

function hashOf(path: string): string | undefined {
  return existsSync(path) ? createHash("sha256").update(readFileSync(path)).digest("hex") : undefined;
}
