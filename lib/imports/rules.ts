import type { importOutcomes, importStates } from "@/db/vocabulary";
import { missingColumns } from "./columns";
import type { Import } from "./queries";

export type ImportState = (typeof importStates)[number];
export type Outcome = (typeof importOutcomes)[number];
export type Counts = Record<Outcome, number>;

/** Somebody is at work on it: its page refreshes by itself. */
export function isUnderWay(state: ImportState): boolean {
  return state === "uploaded" || state === "reading" || state === "applying";
}

export function isApplicable({ kind, state, mapping }: Pick<Import, "kind" | "state" | "mapping">, counts: Counts): boolean {
  return state === "checked" && missingColumns(kind, mapping).length === 0 && counts.new + counts.changed > 0;
}
