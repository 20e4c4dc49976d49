import type { Database } from "@/db/open";
import type { Client, Writer } from "./writers";

/** One submission of one client. `location` is the answer, once it was read whole. */
export type Deed = { writer: Writer; client: Client; path: string; body: FormData; submission: string; location?: string };
export type Ledger = Deed[];

export function done(deed: Deed, location: string) {
  deed.location = location;
}

/** What is not as it should be of each submission after a restart: done exactly once if it was acknowledged, with all it said. */
export function complaints(db: Database, ledger: Ledger): string[] {
  const done = countsOf(db, ledger);
  const kept = new Set(db.$client.prepare("select id from submissions").pluck().all());
  return ledger.flatMap((deed) => complaintsOf(deed, done.get(deed.submission) ?? 0, kept.has(deed.submission)));
}

/** How many of these have happened, whatever was answered. */
export function happened(db: Database, ledger: Ledger): number {
  const done = countsOf(db, ledger);
  return ledger.filter(({ submission }) => done.has(submission)).length;
}

function countsOf(db: Database, ledger: Ledger): Map<string, number> {
  const counts = new Map<string, number>();
  for (const writer of new Set(ledger.map((deed) => deed.writer))) {
    for (const submission of writer.effects(db)) counts.set(submission, (counts.get(submission) ?? 0) + 1);
  }
  return counts;
}

function complaintsOf({ writer, submission, location }: Deed, times: number, isKept: boolean): string[] {
  const name = `${writer.name} ${submission}`;
  if (times > 1) return [`${name} was done ${times} times`];
  if (times === 0) return location === undefined ? [] : [`${name} was lost`];
  return isKept ? [] : [`${name} was done and its submission not kept`];
}
