import type { ContactPoint } from "./queries";

export type PointValues = { what: string; value: string };

/** What the form shows of them, row by row. */
export function pointValues(points: readonly Pick<ContactPoint, "kind" | "use" | "value">[]): PointValues[] {
  return points.map(({ kind, use, value }) => ({ what: `${kind}.${use ?? "other"}`, value }));
}
