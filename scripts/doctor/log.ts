import { connect, type Database, openDatabase } from "@/db/open";
import { write } from "@/db/write";
import { keepVerification, keptPlaces, verificationOf } from "@/lib/events/verification";
import { walkAll } from "@/lib/events/verify";
import type { DataCheck } from "./data-check";

export const logCheck: DataCheck = {
  name: "la bitácora está completa y nadie la cambió",
  complaints: (db) => brokenAt(walkAll(db, keptPlaces(db)).broken),
};

/** Goes through the whole log, notes what it found where Cartera tells of it, and says how much that was. Throws when it does not hold. */
export function lookAtLog(db: Database, path: string, now: number): string {
  const walked = walkAll(db, keptPlaces(db));
  const note = noted(path, () => verificationOf(walked, { since: 0, at: now }));
  const [complaint] = brokenAt(walked.broken);
  if (complaint) throw new Error(`${complaint}${note}`);
  return `${walked.events} sucesos${note}`;
}

/** A folder that cannot be written to is looked at all the same. */
function noted(path: string, found: () => ReturnType<typeof verificationOf>): string {
  try {
    const db = connect(openDatabase(path));
    write(db, (tx): void => keepVerification(tx, found()));
    db.$client.close();
    return "";
  } catch (error) {
    return ` (no se pudo anotar: ${error instanceof Error ? error.message : String(error)})`;
  }
}

function brokenAt(event: number | undefined): string[] {
  return event === undefined ? [] : [`se rompe en el evento ${event}`];
}
