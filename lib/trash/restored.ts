import type { Change } from "@/lib/events/record";
import type { Trashed } from "./found";
import { folders } from "./rules";

/** A change with where to go after it: to what is back, by its name. */
export function restored({ kind, id, name }: Trashed, change: Change) {
  return { ...change, next: { to: `${folders[kind]}/${id}`, notice: "trash.restored", values: { name } } };
}

/** The same for a whole series, as many as came back with it. */
export function restoredSeries(subject: Trashed, change: Change & { along: number }) {
  const { next, ...done } = restored(subject, change);
  return { ...done, next: { ...next, notice: "trash.restored_series", values: { name: subject.name, count: String(change.along) } } };
}
