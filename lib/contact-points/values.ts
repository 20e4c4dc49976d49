import type { ContactPointUse } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { ContactPoint } from "./queries";

export type PointValues = { what: string; value: string };

/** What the form shows of them, row by row. */
export function pointValues(points: readonly Pick<ContactPoint, "kind" | "use" | "value">[]): PointValues[] {
  return points.map(({ kind, use, value }) => ({ what: `${kind}.${use ?? "other"}`, value }));
}

/** One way to reach somebody with what it is for, as history and a comparison tell it. */
export function pointText({ use, value }: { use: ContactPointUse | null; value: string }): string {
  return use === null ? value : `${t(`contacts.points.uses.${use}`)}: ${value}`;
}
