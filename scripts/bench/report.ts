import type { Options } from "./options";
import type { PageSamples, Sample } from "./run";

/** Two tables in Markdown: processor time with its ratios, and what a visitor waits for. */
export function printReport(results: PageSamples[], { accounts, blocks, requests }: Options) {
  console.log(`\nMedianas de ${blocks} vueltas de ${requests} peticiones con 1 conexión y ${requests} con 8.\n`);
  printTable(
    [
      "página",
      "como",
      ...accounts.map((size) => `CPU ms ${short(size)}`),
      "CPU ms desnuda",
      `${short(accounts.at(-1)!)}/${short(accounts[0]!)}`,
      `${short(accounts.at(-1)!)}/desnuda`,
      "KB",
      "KB gzip",
    ],
    results.map(cpuRow),
  );
  printTable(
    ["página", "como", "cuentas", "pet/s con 1", "p50 ms", "p99 ms", "pet/s con 8", "p50 ms", "p99 ms"],
    results.flatMap((result) => waitRows(result, accounts)),
  );
}

function cpuRow({ page, sizes, bare }: PageSamples): string[] {
  const last = sizes.at(-1)!;
  const { bytes, gzipped } = page.targets.at(-1)!;
  return [
    ...[page.name, page.member, ...sizes.map((samples) => milliseconds(samples)), milliseconds(bare)],
    ...[ratio(last, sizes[0]!), ratio(last, bare), (bytes / 1024).toFixed(1), (gzipped / 1024).toFixed(1)],
  ];
}

function waitRows({ page, sizes, bare }: PageSamples, accounts: number[]): string[][] {
  const row = (label: string, samples: Sample[]) => [
    ...[page.name, page.member, label],
    ...(["alone", "crowded"] as const).flatMap((kind) =>
      (["rate", "p50", "p99"] as const).map((what) => median(samples.map((one) => one[kind][what])).toFixed(1)),
    ),
  ];
  return [...sizes.map((samples, place) => row(short(accounts[place]!), samples)), row("desnuda", bare)];
}

function milliseconds(samples: Sample[]): string {
  return samples.every(({ cpuMs }) => cpuMs !== undefined) ? median(samples.map(({ cpuMs }) => cpuMs!)).toFixed(1) : "no se sabe";
}

/** Of each block its own ratio, and of those the middle one: a block on a busy machine is busy for both. */
function ratio(above: Sample[], below: Sample[]): string {
  if (above.some(({ cpuMs }) => cpuMs === undefined)) return "no se sabe";
  return median(above.map(({ cpuMs }, block) => cpuMs! / below[block]!.cpuMs!)).toFixed(2);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

function short(accounts: number): string {
  return accounts >= 1_000_000 ? `${accounts / 1_000_000}M` : accounts >= 1000 ? `${accounts / 1000}k` : String(accounts);
}

function printTable(head: string[], rows: string[][]) {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  console.log([line(head), line(head.map((_, place) => (place < 2 ? "---" : "--:"))), ...rows.map(line), ""].join("\n"));
}
