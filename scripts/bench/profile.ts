import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "./client";
import { startWeb } from "./servers";

type Frame = { functionName: string; url: string; lineNumber: number };
type Profile = { nodes: { id: number; callFrame: Frame; children?: number[] }[]; samples: number[]; timeDeltas: number[] };

const requests = 500;
const shown = 40;

/** Where the processor goes while one page is asked for 500 times, by function and by place. */
export async function profilePage({ path, folder, cookie }: { path: string; folder: string; cookie: string }) {
  const output = mkdtempSync(join(tmpdir(), "cartera-profile-"));
  const server = await startWeb("profile", folder, { execArgv: ["--cpu-prof", `--cpu-prof-dir=${output}`] });
  await load(server.url + path, cookie, { requests, connections: 8 });
  await server.stop();
  const profile = JSON.parse(readFileSync(join(output, readdirSync(output)[0]!), "utf8")) as Profile;
  rmSync(output, { recursive: true });
  print(
    "By place",
    selfTimes(profile, ({ url, functionName }) => placeOf(url) || functionName),
  );
  print(
    "By function",
    selfTimes(profile, ({ functionName, url, lineNumber }) => `${functionName || "(no name)"} ${placeOf(url)}:${lineNumber + 1}`),
  );
}

function selfTimes({ nodes, samples, timeDeltas }: Profile, keyOf: (frame: Frame) => string): Map<string, number> {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = new Map<string, number>();
  for (const [place, id] of samples.entries()) {
    const key = keyOf(frames.get(id)!);
    if (!key.startsWith("(idle)") && !key.startsWith("(program)")) times.set(key, (times.get(key) ?? 0) + timeDeltas[place]! / 1000);
  }
  return times;
}

function print(title: string, times: Map<string, number>) {
  const total = [...times.values()].reduce((sum, ms) => sum + ms, 0);
  console.log(`\n${title}: ${(total / requests).toFixed(2)} ms per request, start included`);
  for (const [key, ms] of [...times].sort((a, b) => b[1] - a[1]).slice(0, shown))
    console.log(`${((100 * ms) / total).toFixed(1).padStart(5)} %  ${(ms / requests).toFixed(3)} ms  ${key}`);
}

/** The package, or our own source. */
function placeOf(url: string): string {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  return name ?? url.replace(/^file:\/\//, "").replace(`${process.cwd()}/`, "");
}
