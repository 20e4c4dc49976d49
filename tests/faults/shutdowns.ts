import { statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import type { Database } from "@/db/open";
import { write } from "@/db/write";
import { documentPdfKind } from "@/lib/jobs/document-pdf";
import { enqueue } from "@/lib/jobs/enqueue";
import { bill } from "../support/billing";
import { startCompany } from "../support/company";
import { dataOf, hire } from "../support/people";
import type { RunningServer } from "../support/server";
import { complaints, happened, type Ledger } from "./ledger";
import { countEnd, type Ending, killAll, once, Refused, restart, writeUntilCut } from "./lives";
import { accountWriters, type Client, clientOf } from "./writers";

const people = ["ana", "luis", "clara", "bruno"] as const;
const pages = ["/", "/accounts", "/invoices", "/calendar"];

export type Site = { server: RunningServer; clients: Client[] };

export async function site(): Promise<Site> {
  const { server } = await startCompany();
  const hired = await hire(server, Object.fromEntries(people.map((name) => [name, { name, profile: "Gerencia" }])));
  const clients = [];
  for (const visitor of Object.values(hired)) clients.push(await clientOf(visitor));
  return { server, clients };
}

export type Stop = {
  code: number | null;
  tookMs: number;
  answered: number;
  read: number;
  broken: string[];
  doneUnsaid: number;
  walBytes: number;
  /** Whether a paper was being drawn when the end came, and what became of all of them. */
  wasDrawing: boolean;
  drawings: string[];
  heldJobs: number;
  wrong: string[];
};

/** Lets four people write and read, with a paper to be drawn, ends the server by `end` at that moment, and looks at what is left. */
export async function stopUnderLoad(site: Site, afterMs: number, end: (server: RunningServer) => Promise<number | null>): Promise<Stop> {
  const { server, clients } = site;
  const ledger: Ledger = [];
  const reading = { whole: 0 };
  const ending: Ending = { isSent: false, broken: [] };
  askForDrawing(site);
  const busy = clients.flatMap((client, place) => [
    writeUntilCut(client, accountWriters, ledger, place, ending),
    readUntilCut(client, pages[place]!, reading, ending),
  ]);
  await pause(afterMs);
  const wasDrawing = look(site, (db) => drawings(db).includes("running"));
  ending.isSent = true;
  const startedAt = performance.now();
  const code = await end(server);
  const tookMs = performance.now() - startedAt;
  await Promise.all(busy);

  const walBytes = statSync(join(server.dataDir, "cartera.sqlite-wal"), { throwIfNoEntry: false })?.size ?? 0;
  const unsaid = ledger.filter(({ location }) => location === undefined);
  return look(site, (db) => ({
    code,
    tookMs,
    answered: ledger.length - unsaid.length,
    read: reading.whole,
    broken: ending.broken,
    doneUnsaid: happened(db, unsaid),
    walBytes,
    wasDrawing,
    drawings: drawings(db),
    heldJobs: db.$client.prepare("select count(*) from outbox where state in ('running', 'sending')").pluck().get() as number,
    wrong: complaints(db, ledger),
  }));
}

export async function startAgain(site: Site) {
  site.server = await restart(site.server.dataDir, site.clients);
  for (const [place, { visitor }] of site.clients.entries()) site.clients[place] = await clientOf(visitor);
}

export async function terminate(server: RunningServer): Promise<number | null> {
  return server.stop();
}

/** As somebody who loses patience does. */
export async function terminateTwice(server: RunningServer): Promise<number | null> {
  process.kill(server.pid, "SIGTERM");
  await expect.poll(server.output, { timeout: 30_000, interval: 1 }).toContain("Deteniendo Cartera…");
  return server.stop();
}

export async function cut(server: RunningServer): Promise<number | null> {
  await killAll(server);
  return null;
}

/** An answer that begins and does not end is a broken one. */
async function readUntilCut({ visitor }: Client, path: string, reading: { whole: number }, ending: Ending) {
  for (;;) {
    let isLate = ending.isSent;
    try {
      const answer = await visitor.ask(path, { headers: once });
      isLate = false;
      const body = await answer.text();
      if (answer.status === 503) throw new Refused(`${path} answered 503`);
      if (answer.status !== 200 || !body.includes("</html>")) ending.broken.push(`${path} answered ${answer.status} and ${body.length} characters`);
      else reading.whole += 1;
    } catch (error) {
      return countEnd(error, ending, isLate);
    }
  }
}

/** Of a paper nobody has drawn yet, long enough to take its time. */
export function askForDrawing({ server }: Site) {
  const lines = Array.from({ length: 60 }, (_, place) => ({ description: `Cemento ${place}`, unitPrice: "228.5", taxes: ["IVA16"] }));
  const id = bill(server, { account: "Acme", lines });
  look({ server }, (db) => write(db, (tx) => enqueue(tx, documentPdfKind, { kind: "invoice", id }, { now: Date.now() })));
}

export function drawings({ $client }: Database): string[] {
  return $client.prepare("select state from outbox where kind = ?").pluck().all(documentPdfKind) as string[];
}

export function look<T>({ server }: Pick<Site, "server">, see: (db: Database) => T): T {
  const db = dataOf(server);
  const seen = see(db);
  db.$client.close();
  return seen;
}
