/** Prints Markdown: the first `texts` columns to the left, figures to the right. */
export function printTable(title: string, head: string[], rows: string[][], texts = 2) {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, place) => (place < texts ? "---" : "--:"));
  console.log([`\n### ${title}\n`, line(head), line(rule), ...rows.map(line), ""].join("\n"));
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Of each block its own ratio, and of those the middle one: a block on a busy machine is busy for both. */
export function middleRatio(above: number[], below: number[]): string {
  return figure(median(above.map((value, block) => value / below[block]!)), 2);
}

/** Elsewhere than on Linux processor time and memory are not known. */
export function figure(value: number, decimals = 1): string {
  return Number.isFinite(value) ? value.toFixed(decimals) : "—";
}

export function short(accounts: number): string {
  return accounts >= 1_000_000 ? `${accounts / 1_000_000}M` : accounts >= 1000 ? `${accounts / 1000}k` : String(accounts);
}
