import { load, type Timing } from "./client";
import type { Options } from "./options";
import type { MeasuredPage, Target } from "./pages";
import { cpuMsOf } from "./processes";
import type { Server } from "./servers";

/** One page on one server in one block. `cpuMs` per request. */
export type Sample = { cpuMs: number; alone: Timing; crowded: Timing };
export type PageSamples = { page: MeasuredPage; sizes: Sample[][]; bare: Sample[]; raw: Sample[] };

const crowd = 8;

/** So many times round: each page on each size and then the bare one and its bytes alone, side by side in time. */
export async function runBlocks(pages: MeasuredPage[], bare: Server, { blocks, requests }: Options): Promise<PageSamples[]> {
  const bareTarget = { server: bare, url: bare.url, cookie: "" };
  const results = pages.map((page): PageSamples => ({ page, sizes: page.targets.map(() => []), bare: [], raw: [] }));
  for (const { url, cookie } of [...pages.flatMap(({ targets }) => targets), bareTarget]) await load(url, cookie, { requests, connections: crowd });
  for (let block = 0; block < blocks; block += 1) {
    process.stderr.write(`Block ${block + 1} of ${blocks}\n`);
    for (const { page, sizes, bare, raw } of results) {
      for (const [place, target] of page.targets.entries()) sizes[place]!.push(await sample(target, requests));
      bare.push(await sample(bareTarget, requests));
      raw.push(await sample(page.raw, requests));
    }
  }
  return results;
}

async function sample({ server, url, cookie }: Target, requests: number): Promise<Sample> {
  const before = cpuMsOf(server.pid);
  const alone = await load(url, cookie, { requests, connections: 1 });
  const crowded = await load(url, cookie, { requests, connections: crowd });
  return { cpuMs: (cpuMsOf(server.pid) - before) / (2 * requests), alone, crowded };
}
