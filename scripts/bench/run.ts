import { readFileSync } from "node:fs";
import { load } from "./client";
import type { Options } from "./options";
import type { MeasuredPage } from "./pages";
import type { Server } from "./servers";

/** One page on one server in one block. `cpuMs` per request; undefined where the system does not say. */
export type Sample = { cpuMs: number | undefined; alone: Timing; crowded: Timing };
export type Timing = { rate: number; p50: number; p99: number };
export type PageSamples = { page: MeasuredPage; sizes: Sample[][]; bare: Sample[] };

const crowd = 8;
const isCounted = process.platform === "linux";
const msPerTick = 10;

/** Five times round: each page on each size and then the bare one, side by side in time. */
export async function runBlocks(pages: MeasuredPage[], bare: Server, { blocks, requests }: Options): Promise<PageSamples[]> {
  const bareTarget = { server: bare, url: bare.url, cookie: "" };
  const results = pages.map((page) => ({ page, sizes: page.targets.map((): Sample[] => []), bare: [] as Sample[] }));
  await warmUp([...pages.flatMap(({ targets }) => targets), ...pages.map(() => bareTarget)], requests);
  for (let block = 0; block < blocks; block += 1) {
    process.stderr.write(`Vuelta ${block + 1} de ${blocks}\n`);
    for (const result of results) {
      for (const [place, target] of result.page.targets.entries()) result.sizes[place]!.push(await sample(target, requests));
      result.bare.push(await sample(bareTarget, requests));
    }
  }
  return results;
}

type Target = { server: Server; url: string; cookie: string };

async function warmUp(targets: Target[], requests: number) {
  for (const { url, cookie } of targets) await load(url, cookie, { requests, connections: crowd });
}

async function sample({ server, url, cookie }: Target, requests: number): Promise<Sample> {
  const before = cpuOf(server.pid);
  const alone = await load(url, cookie, { requests, connections: 1 });
  const crowded = await load(url, cookie, { requests, connections: crowd });
  const cpuMs = isCounted ? (cpuOf(server.pid) - before) / (2 * requests) : undefined;
  return { cpuMs, alone: timing(alone), crowded: timing(crowded) };
}

/** Milliseconds of processor a process has used with all its threads: `utime` and `stime`, the 14th and 15th words. */
function cpuOf(pid: number): number {
  if (!isCounted) return 0;
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const words = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return (Number(words[11]) + Number(words[12])) * msPerTick;
}

function timing({ times, seconds }: { times: number[]; seconds: number }): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}
