import { takesPart } from "@/lib/activities/rules";
import type { Placed } from "./days";

type Planned = Placed & { id: number; ownerId: number; kind: Parameters<typeof takesPart>[0]; status: string };

/** What is planned for one person at the same time as something else, where one has to be there for both. */
export function conflictsIn(rows: readonly Planned[]): Set<number> {
  const clashing = new Set<number>();
  const busy = rows.filter(({ kind, status, isAllDay }) => takesPart(kind) && status === "planned" && !isAllDay);
  for (const theirs of Map.groupBy(busy, ({ ownerId }) => ownerId).values()) {
    let last: Planned | undefined;
    for (const row of theirs.toSorted((a, b) => a.startsAtUtc - b.startsAtUtc || a.id - b.id)) {
      if (last && row.startsAtUtc < last.endsAtUtc) clashing.add(last.id).add(row.id);
      if (!last || row.endsAtUtc > last.endsAtUtc) last = row;
    }
  }
  return clashing;
}
