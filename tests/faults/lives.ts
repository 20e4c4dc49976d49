import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parse } from "node-html-parser";
import { expect } from "vitest";
import { type RunningServer, startServer } from "../support/server";
import { textOf, type Visitor, visitor } from "../support/visit";
import { type Deed, done, type Ledger } from "./ledger";
import type { Client, Writer } from "./writers";

/** The end of a server, and what the requests heard that had no answer although it had taken them. */
export type Ending = { isSent: boolean; broken: string[] };

/** Lets every client write until the power goes at a random moment, and waits until nothing of the server is left. */
export async function liveAndDie(server: RunningServer, clients: Client[], writers: Writer[], ledger: Ledger, afterMs: number) {
  const ending: Ending = { isSent: false, broken: [] };
  const writing = clients.map((client, place) => writeUntilCut(client, writers, ledger, place, ending));
  await pause(afterMs);
  ending.isSent = true;
  await killAll(server);
  await Promise.all(writing);
}

/** SIGKILL to web and worker too: left alone, they would notice their parent's end and close in order. */
export async function killAll(server: RunningServer) {
  const children = childrenOf(server.pid);
  for (const pid of children) process.kill(pid, "SIGKILL");
  await server.kill();
  await expect.poll(() => children.filter(isAlive), { timeout: 30_000, interval: 5 }).toEqual([]);
}

/** The same data under a new process; sessions go on. */
export async function restart(dataDir: string, clients: Client[], env: Record<string, string> = {}): Promise<RunningServer> {
  const server = await startServer({ env: { ...env, DATA_DIR: dataDir } });
  for (const client of clients) client.visitor = moved(client.visitor, server.url);
  return server;
}

/** Every submission without an answer is sent again as it was. */
export async function retry(ledger: Ledger) {
  for (const deed of ledger.filter(({ location }) => location === undefined)) done(deed, await send(deed));
}

/** Answers where the whole redirect leads. Throws when the connection ends before, or the answer is another. */
export async function send({ client, path, body }: Deed): Promise<string> {
  const headers = { ...once, origin: new URL(client.visitor.base).origin, "sec-fetch-site": "same-origin" };
  const response = await client.visitor.ask(path, { method: "POST", body, headers });
  const text = await response.text();
  const said = `${path} answered ${response.status}: ${textOf(parse(text).querySelector("main")).slice(0, 2000)}`;
  if (response.status === 503) throw new Refused(said);
  if (response.status !== 303) throw new Unexpected(said);
  const location = response.headers.get("location")!;
  if (/[?&]error=/.test(location)) throw new Unexpected(`${path} sent back to ${location}`);
  return location;
}

class Unexpected extends Error {}
/** Told to come later. */
export class Refused extends Error {}

/** A connection for each request: on one kept alive nobody knows whether the server had taken the next. */
export const once = { connection: "close" };

/** An end that was not asked for is thrown; a request that was not taken any more ends quietly; any other counts as broken. */
export function countEnd(error: unknown, ending: Ending, isLate: boolean) {
  if (error instanceof Unexpected || !ending.isSent) throw error;
  if (error instanceof Refused) return;
  const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException;
  // Who knocks once the end has begun may still stand in the kernel's line when the door closes: nobody of ours took them in.
  const isTurnedAway = code === "ECONNREFUSED" || (isLate && code === "ECONNRESET");
  if (!isTurnedAway) ending.broken.push(`${isLate ? "after" : "before"} the end: ${code ?? error}`);
}

/** Writes one after the other until the server ends. Throws when an answer is not the expected one. */
export async function writeUntilCut(client: Client, writers: Writer[], ledger: Ledger, first: number, ending: Ending) {
  for (let turn = first; ; turn += 1) {
    const deed = await writers[turn % writers.length]!.ask(client);
    if (!deed) continue;
    ledger.push(deed);
    const isLate = ending.isSent;
    try {
      done(deed, await send(deed));
    } catch (error) {
      return countEnd(error, ending, isLate);
    }
  }
}

function moved(old: Visitor, url: string): Visitor {
  const fresh = visitor(url);
  for (const [name, value] of old.jar) fresh.jar.set(name, value);
  return fresh;
}

/** The process of one of our programs under this supervisor, if it runs. */
export function childNamed(pid: number, name: string): number | undefined {
  return childrenOf(pid).find((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").includes(`${name}.mjs`));
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
}

/** One that nobody has collected yet is dead all the same. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
