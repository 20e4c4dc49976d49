import { readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Database } from "@/db/open";
import { promise } from "../support/promise";
import { beside, type Company, endCompany, killRound, writingCompany } from "./kill-round";
import { complaints, type Deed, type Ledger } from "./ledger";
import { killAll, restart, send } from "./lives";
import { numbersFrom, seedOfRun } from "./numbers";
import { restock } from "./stock";
import { torn } from "./whole";

const kills = Number(process.env.KILLS ?? 50);

let company: Company;
afterEach(() => endCompany(company));

test(`what was acknowledged outlives ${kills} kills while writing`, { timeout: kills * 30_000 }, async () => {
  const seed = seedOfRun();
  company = await writingCompany();
  const { acknowledged, retried, doneUnsaid, importing, slowestStartMs, longestStartCpuMs } = await killRound(company, kills, numbersFrom(seed), seed);
  const sentAgain = `${retried} sent again (${doneUnsaid} had been done), 0 doubled; slowest start ${slowestStartMs} ms, ${longestStartCpuMs} of processor at most`;
  promise("D1", `${kills} kills (${importing} in the middle of an import), ${acknowledged} acknowledged, 0 lost, 0 torn; ${sentAgain}`, seed);
  expect(acknowledged).toBeGreaterThan(kills);
  expect(longestStartCpuMs).toBeLessThanOrEqual(5_000);
  expect(retried).toBeGreaterThan(0);
  expect(importing).toBeGreaterThan(0);
});

test("the same look turns red when the disk forgets, when a record is invented, when bytes change and when a repeat is not recognised", async () => {
  company = await writingCompany();
  const { writers, clients } = company;
  const { dataDir } = company.server;
  const [ana] = clients;
  const look = (deeds: Ledger) => beside(company, (db) => [...torn(db, dataDir), ...complaints(db, deeds)]);
  await beside(company, (db) => restock(db, clients, new Set()));
  const snapshot = join(dataDir, "older.sqlite");
  await beside(company, ({ $client }) => $client.prepare("vacuum into ?").run(snapshot));
  const kept: Deed[] = [];
  for (const writer of writers) {
    const deed = await writer.ask(ana!);
    if (deed) kept.push({ ...deed, location: await send(deed) });
  }
  expect(kept.map(({ writer }) => writer.name)).toEqual(["account.created", "account.edited", "invoice.issued", "import.uploaded", "company.logo_set"]);
  expect(await look(kept)).toEqual([]);

  const invented = kept.map((deed) => ({ ...deed, submission: crypto.randomUUID() }));
  expect(await look([...kept, ...invented])).toEqual(invented.map(({ writer, submission }) => `${writer.name} ${submission} was lost`));

  await beside(company, ({ $client }) => $client.exec("delete from submissions"));
  const upload = kept.find(({ writer }) => writer.name === "import.uploaded")!;
  await send(upload);
  expect(await look([upload])).toEqual([`import.uploaded ${upload.submission} was done 2 times`]);

  await killAll(company.server);
  for (const end of ["", "-wal", "-shm"]) rmSync(join(dataDir, `cartera.sqlite${end}`), { force: true });
  renameSync(snapshot, join(dataDir, "cartera.sqlite"));
  company.server = await restart(dataDir, clients);
  expect(await look(kept)).toEqual(kept.map(({ writer, submission }) => `${writer.name} ${submission} was lost`));

  await send({ ...upload });
  const forgotten = await beside(company, forgetRows);
  expect(await look([])).toEqual(forgotten.map((id) => `row ${id} of an applied list was never applied`));
  await beside(company, ({ $client }) => $client.exec("update imports set state = 'checked' where state = 'applied'"));
  const files = join(dataDir, "files");
  for (const name of readdirSync(files)) rmSync(join(files, name), { recursive: true });
  expect(await look([])).toEqual([expect.stringMatching(/^the bytes of [0-9a-f]{64} are not there$/)]);
});

/** As if the worker had ended a list without its rows. */
async function forgetRows({ $client }: Database): Promise<number[]> {
  const checked = $client.prepare("select max(import_id) from import_rows where outcome = 'new' and applied_at is null").pluck();
  await expect.poll(() => checked.get(), { timeout: 60_000 }).not.toBeNull();
  const importId = checked.get() as number;
  await expect.poll(() => $client.prepare("select state from imports where id = ?").pluck().get(importId), { timeout: 60_000 }).toBe("checked");
  $client.prepare("update imports set state = 'applied' where id = ?").run(importId);
  const rows = $client.prepare("select id from import_rows where import_id = ? and outcome = 'new'").pluck().all(importId) as number[];
  expect(rows.length).toBeGreaterThan(0);
  return rows;
}
