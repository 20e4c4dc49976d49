import type { Database } from "@/db/open";
import { firstBrokenEvent } from "@/lib/events/verify";
import type { Client, Writer } from "./writers";

/** One submission of one client. `location` is the answer, once it was read whole. */
export type Deed = { writer: Writer; client: Client; path: string; body: FormData; submission: string; location?: string };
export type Ledger = Deed[];

export function done(deed: Deed, location: string) {
  deed.location = location;
}

/** Everything that is not as it should be after a restart: the file, the chain, and each submission, done exactly once if it was acknowledged. */
export function complaints(db: Database, ledger: Ledger): string[] {
  const done = countsOf(db, ledger);
  const kept = new Set(db.$client.prepare("select id from submissions").pluck().all());
  return [...fileComplaints(db), ...ledger.flatMap((deed) => complaintsOf(deed, done.get(deed.submission) ?? 0, kept.has(deed.submission)))];
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

function fileComplaints(db: Database): string[] {
  const integrity = db.$client.pragma("integrity_check", { simple: true });
  const orphans = db.$client.pragma("foreign_key_check") as unknown[];
  const broken = firstBrokenEvent(db);
  return [
    ...(integrity === "ok" ? [] : [`integrity_check: ${integrity}`]),
    ...orphans.map((row) => `foreign_key_check: ${JSON.stringify(row)}`),
    ...(broken === undefined ? [] : [`the chain breaks at event ${broken}`]),
  ];
}

function complaintsOf({ writer, submission, location }: Deed, times: number, isKept: boolean): string[] {
  const name = `${writer.name} ${submission}`;
  if (times > 1) return [`${name} was done ${times} times`];
  if (times === 0) return location === undefined ? [] : [`${name} was lost`];
  return isKept ? [] : [`${name} was done and its submission not kept`];
}
