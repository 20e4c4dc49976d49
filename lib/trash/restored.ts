import type { Change } from "@/lib/events/record";
import type { Trashed } from "./found";
import { folders } from "./rules";

/** A change with where to go after it: to what is back, by its name. */
export function restored({ kind, id, name }: Trashed, change: Change) {
  return { ...change, next: { to: `${folders[kind]}/${id}`, notice: "trash.restored", values: { name } } };
}
