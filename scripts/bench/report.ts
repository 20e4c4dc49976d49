import type { Options } from "./options";
import type { PageSamples, Sample } from "./run";
import { figure, median, middleRatio, printTable, short } from "./table";

/** What pages cost with their ratios, and what a visitor waits for. */
export function printPages(results: PageSamples[], { accounts, blocks, requests }: Options) {
  console.log(`\nMedians of ${blocks} blocks of ${requests} requests over 1 connection and ${requests} over 8.`);
  const sizes = accounts.map(short);
  const ratios = sizes.slice(1).map((size) => `${size}/${sizes[0]}`);
  const head = ["page", "as", ...[...sizes, "bare", "raw"].map((name) => `CPU ms ${name}`), ...ratios, `${sizes.at(-1)}/bare`, "KB", "KB gzip"];
  printTable("Pages: processor time per request", head, results.map(costRow));
  const waits = ["requests/s, 1", "p50 ms", "p99 ms", "requests/s, 8", "p50 ms", "p99 ms"];
  printTable(
    "Pages: what a visitor waits for",
    ["page", "as", "accounts", ...waits],
    results.flatMap((result) => waitRows(result, sizes)),
    3,
  );
}

function costRow({ page, sizes, bare, raw }: PageSamples): string[] {
  const costs = [...sizes, bare, raw].map((samples) => samples.map(({ cpuMs }) => cpuMs));
  const [smallest, bareCosts] = [costs[0]!, costs.at(-2)!];
  const larger = costs.slice(1, sizes.length);
  const { bytes, gzipped } = page.targets.at(-1)!;
  return [
    ...[page.name, page.member, ...costs.map((samples) => figure(median(samples)))],
    ...[...larger.map((samples) => middleRatio(samples, smallest)), middleRatio(costs[sizes.length - 1]!, bareCosts)],
    ...[figure(bytes / 1024), figure(gzipped / 1024)],
  ];
}

function waitRows({ page, sizes, bare }: PageSamples, names: string[]): string[][] {
  const row = (label: string, samples: Sample[]) => [
    ...[page.name, page.member, label],
    ...(["alone", "crowded"] as const).flatMap((kind) =>
      (["rate", "p50", "p99"] as const).map((what) => figure(median(samples.map((one) => one[kind][what])))),
    ),
  ];
  return [...sizes.map((samples, place) => row(names[place]!, samples)), row("bare", bare)];
}
