import type { Change } from "@/lib/events/record";

/** What was done, and whether the record is still in the viewer's sight: `found` is looked for again after the deed. */
export function withSight<Done extends Change>(done: Done, found: object | undefined): Done & { isSeen: boolean } {
  return { ...done, isSeen: found !== undefined };
}
