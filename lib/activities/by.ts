import type { Transaction } from "@/db/open";
import { colleagueSees } from "@/lib/access/colleague";
import type { Owned, Viewer } from "@/lib/access/viewer";
import { actorOf } from "@/lib/events/record";
import type { By } from "./commands";

/** Who does it and on which clock; of colleagues, who would see what is filed under `record`, and so may be told of it. */
export function byOf({ tx, viewer, now }: { tx: Transaction; viewer: Viewer; now: number }, record?: Owned): By {
  const userId = actorOf(viewer).actorId;
  const seen = { ownerId: userId, principals: record?.principals };
  return { userId, now, zone: viewer.zone, maySee: (colleague) => colleagueSees(tx, colleague, { now, module: "activities", record: seen }) };
}
