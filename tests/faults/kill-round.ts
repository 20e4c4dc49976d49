import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import type { Database } from "@/db/open";
import { cpuMsOf, familyOf } from "@/scripts/bench/processes";
import { startCompany } from "../support/company";
import { dataOf, hire } from "../support/people";
import type { RunningServer } from "../support/server";
import { complaints, type Deed, done, happened, type Ledger } from "./ledger";
import { killAll, liveAndDie, restart, retry, send } from "./lives";
import { logoWriter } from "./logo-writer";
import { applyList, longListDeed, paperWriters } from "./paper-writers";
import { withPragmas } from "./server-pragmas";
import { restock } from "./stock";
import { torn } from "./whole";
import { accountWriters, type Client, clientOf, type Writer } from "./writers";

const longestLifeMs = 1500;
const people = ["ana", "luis", "clara", "bruno"] as const;

export type Company = { server: RunningServer; clients: Client[]; writers: Writer[] };
export type Figures = { acknowledged: number; retried: number; doneUnsaid: number; importing: number; slowestStartMs: number; longestStartCpuMs: number };

/** Four people who write until the power goes, again and again; half of the lives with a log that is emptied all the time. */
export async function killRound(company: Company, kills: number, next: () => number, seed: number): Promise<Figures> {
  const { clients, writers } = company;
  const ledger: Ledger = [];
  const taken = new Set<string>();
  const figures: Figures = { acknowledged: 0, retried: 0, doneUnsaid: 0, importing: 0, slowestStartMs: 0, longestStartCpuMs: 0 };
  for (let kill = 1; kill <= kills; kill += 1) {
    await beside(company, (db) => restock(db, clients, taken));
    if (kill % 10 === 5) await startLongImport(company, ledger, taken);
    await liveAndDie(company.server, clients, writers, ledger, next() * longestLifeMs);
    const startedAt = performance.now();
    company.server = await restart(company.server.dataDir, clients, kill % 2 === 0 ? withPragmas("wal_autocheckpoint=20") : {});
    figures.slowestStartMs = Math.max(figures.slowestStartMs, Math.round(performance.now() - startedAt));
    figures.longestStartCpuMs = Math.max(figures.longestStartCpuMs, Math.round(cpuOf(company.server.pid)));
    const pending = ledger.filter(({ location }) => location === undefined);
    figures.retried += pending.length;
    await beside(company, (db) => {
      expect([...torn(db, company.server.dataDir), ...complaints(db, ledger)], `kill ${kill}, SEED=${seed}`).toEqual([]);
      figures.doneUnsaid += happened(db, pending);
      figures.importing += db.$client.prepare("select count(*) > 0 from imports where state = 'applying'").pluck().get() as number;
    });
    await retry(ledger);
    await beside(company, (db) => expect(complaints(db, ledger), `retry after kill ${kill}, SEED=${seed}`).toEqual([]));
    expect(await versions(clients), `kill ${kill}, SEED=${seed}`).toEqual(clients.map(({ edits }) => edits + 1));
  }
  await untilJobsAreDone(company);
  await beside(company, (db) => expect([...torn(db, company.server.dataDir), ...complaints(db, ledger), ...unfinished(db)], `SEED=${seed}`).toEqual([]));
  return { ...figures, acknowledged: ledger.length - figures.retried };
}

/** What a start took of the processor: beside other work the clock says more of that work than of the start. */
function cpuOf(pid: number): number {
  return familyOf(pid).reduce((total, member) => total + (cpuMsOf(member) || 0), 0);
}

/** Leaves the worker in the middle of a long list. */
async function startLongImport(company: Company, ledger: Ledger, taken: Set<string>) {
  const client = company.clients[0]!;
  const sendNow = async (deed: Deed) => {
    ledger.push(deed);
    done(deed, await send(deed));
  };
  await sendNow(longListDeed(client));
  const { records } = client.checked;
  for (const before = records.length; records.length === before; await pause(20)) await beside(company, (db) => restock(db, [client], taken));
  for (let deed = applyList.ask(client); deed; deed = applyList.ask(client)) await sendNow(deed as Deed);
}

export async function writingCompany(): Promise<Company> {
  const { server } = await startCompany();
  const hired = await hire(server, Object.fromEntries(people.map((name) => [name, { name, profile: "Gerencia" }])));
  await beside({ server }, ({ $client }) => $client.exec("update users set is_admin = 1"));
  const clients: Client[] = [];
  for (const visitor of Object.values(hired)) clients.push(await clientOf(visitor));
  return { server, clients, writers: [...accountWriters, ...paperWriters, logoWriter(() => server.dataDir)] };
}

/** A look at the data from beside the server. */
export async function beside<T>({ server }: Pick<Company, "server">, look: (db: Database) => T | Promise<T>): Promise<T> {
  const db = dataOf(server);
  try {
    return await look(db);
  } finally {
    db.$client.close();
  }
}

export function endCompany({ server }: Company): Promise<void> {
  return killAll(server);
}

/** The version each client's account has by its own page: one more for every edit, acknowledged or sent again. */
async function versions(clients: Client[]): Promise<number[]> {
  const pages = await Promise.all(clients.map(({ visitor, ownAccount }) => visitor.visit(ownAccount.path)));
  return pages.map((page) => Number(page.valueOf("_version")));
}

function untilJobsAreDone(company: Company) {
  return beside(company, async ({ $client }) => {
    const waiting = $client.prepare("select count(*) from outbox where kind like 'imports.%' and state in ('queued', 'running')").pluck();
    while ((waiting.get() as number) > 0) {
      $client.exec("update outbox set run_at = 0 where state = 'queued' and run_at > 0 and kind like 'imports.%'");
      await pause(20);
    }
  });
}

function unfinished({ $client }: Database): string[] {
  return $client.prepare("select 'import ' || id || ' is ' || state from imports where state not in ('checked', 'applied')").pluck().all() as string[];
}
