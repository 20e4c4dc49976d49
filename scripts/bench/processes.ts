import { readdirSync, readFileSync } from "node:fs";

/** Processor time and memory are read where the system tells them; elsewhere the figures are left out. */
export const isTold = process.platform === "linux";

/** Milliseconds of processor that the threads of a process have used. Threads that ended do not count; a server keeps its own. */
export function cpuMsOf(pid: number): number {
  if (!isTold) return Number.NaN;
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => sum + ranFor(`/proc/${pid}/task/${thread}/schedstat`), 0) / 1e6;
}

/** A process and all below it. */
export function familyOf(pid: number): number[] {
  const children = textOf(`/proc/${pid}/task/${pid}/children`).trim().split(" ").filter(Boolean).map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

/** The program a process runs, by its file. */
export function programOf(pid: number): string {
  return /([\w-]+)\.mjs/.exec(textOf(`/proc/${pid}/cmdline`))?.[1] ?? String(pid);
}

/** MB resident, MB of its own, and its share of what it has in common with others. */
export function memoryOf(pid: number) {
  const text = textOf(`/proc/${pid}/smaps_rollup`);
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? Number.NaN) / 1024;
  return { resident: megabytes("Rss"), own: megabytes("Private_Dirty") + megabytes("Private_Clean"), share: megabytes("Pss") };
}

function ranFor(path: string): number {
  return Number(textOf(path).split(" ", 1)[0] || 0);
}

/** A process may end while it is looked at. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
