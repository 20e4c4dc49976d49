import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Database } from "@/db/open";
import { startCompany } from "../support/company";
import { dataOf, hire } from "../support/people";
import type { RunningServer } from "../support/server";
import { complaints, happened, type Ledger } from "./ledger";
import { killAll, liveAndDie, restart, retry, send } from "./lives";
import { type Client, clientOf, writers } from "./writers";

const kills = Number(process.env.KILLS ?? 50);
const longestLifeMs = 1500;
const people = ["ana", "luis", "clara", "bruno"] as const;

let server: RunningServer;
afterEach(() => killAll(server));

test(`what was acknowledged outlives ${kills} kills while writing`, { timeout: kills * 30_000 }, async () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32));
  const next = numbersFrom(seed);
  const { clients, dataDir } = await company();
  const ledger: Ledger = [];
  let retried = 0;
  let doneUnsaid = 0;
  let slowestStart = 0;

  for (let kill = 1; kill <= kills; kill += 1) {
    await liveAndDie(server, clients, writers, ledger, next() * longestLifeMs);
    const startedAt = performance.now();
    server = await restart(dataDir, clients);
    slowestStart = Math.max(slowestStart, performance.now() - startedAt);
    expect(lookAt(ledger), `kill ${kill}, SEED=${seed}`).toEqual([]);

    const pending = ledger.filter(({ location }) => location === undefined);
    retried += pending.length;
    doneUnsaid += inside((db) => happened(db, pending));
    await retry(ledger);
    expect(lookAt(ledger), `retry after kill ${kill}, SEED=${seed}`).toEqual([]);
    expect(await versions(clients), `kill ${kill}, SEED=${seed}`).toEqual(clients.map(({ edits }) => edits + 1));
  }

  const acknowledged = ledger.length - retried;
  console.log(
    `SEED=${seed}: ${kills} kills, ${acknowledged} acknowledged, 0 lost; ${retried} sent again (${doneUnsaid} had been done), 0 doubled; slowest start ${Math.round(slowestStart)} ms`,
  );
  expect(acknowledged).toBeGreaterThan(kills);
  expect(retried).toBeGreaterThan(0);
});

test("the same look turns red when the disk forgets, when a record is invented and when a repeat is not recognised", async () => {
  const { clients, dataDir } = await company();
  const ledger: Ledger = [];
  const snapshot = join(dataDir, "older.sqlite");
  inside(({ $client }) => $client.prepare("vacuum into ?").run(snapshot));
  const [ana] = clients;
  const kept = writers.map((writer) => writer.ask(ana!));
  for (const deed of kept) ledger.push({ ...deed, location: await send(deed) });
  expect(lookAt(ledger)).toEqual([]);

  const invented = writers.map((writer) => ({ ...writer.ask(ana!), location: "/accounts/1" }));
  expect(lookAt([...ledger, ...invented])).toEqual(invented.map(({ writer, submission }) => `${writer.name} ${submission} was lost`));

  inside(({ $client }) => $client.exec("delete from submissions"));
  await send(kept[0]!);
  expect(lookAt([ledger[0]!])).toEqual([`account.created ${kept[0]!.submission} was done 2 times`]);

  await killAll(server);
  for (const end of ["", "-wal", "-shm"]) rmSync(join(dataDir, `cartera.sqlite${end}`), { force: true });
  renameSync(snapshot, join(dataDir, "cartera.sqlite"));
  server = await restart(dataDir, clients);
  expect(lookAt(ledger)).toEqual(kept.map(({ writer, submission }) => `${writer.name} ${submission} was lost`));
});

async function company() {
  ({ server } = await startCompany());
  const hired = await hire(server, Object.fromEntries(people.map((name) => [name, { name, profile: "Gerencia" }])));
  const clients: Client[] = [];
  for (const visitor of Object.values(hired)) clients.push(await clientOf(visitor));
  return { clients, dataDir: server.dataDir };
}

function lookAt(ledger: Ledger): string[] {
  return inside((db) => complaints(db, ledger));
}

function inside<T>(look: (db: Database) => T): T {
  const db = dataOf(server);
  const seen = look(db);
  db.$client.close();
  return seen;
}

/** The version each client's account has by its own page: one more for every edit, acknowledged or sent again. */
async function versions(clients: Client[]): Promise<number[]> {
  const pages = await Promise.all(clients.map(({ visitor, ownAccount }) => visitor.visit(ownAccount.path)));
  return pages.map((page) => Number(page.valueOf("_version")));
}

/** The same numbers between 0 and 1 for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
