/** What each program's heap may take, in MB: left alone, Node grows to what a large machine has before it looks for what is free. */
const heaps: Record<string, { young: number; old: number }> = { web: { young: 16, old: 512 }, worker: { young: 4, old: 384 } };

/** Node's own options for one of our programs. */
export function nodeOptionsFor(name: string): string[] {
  const heap = heaps[name];
  const limits = heap ? [`--max-semi-space-size=${heap.young}`, `--max-old-space-size=${heap.old}`] : [];
  return ["--enable-source-maps", ...limits];
}
