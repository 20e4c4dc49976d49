import { and, eq, gte, isNull } from "drizzle-orm";
import { activities } from "@/db/schema";
import type { Extent } from "./rules";
import type { Row } from "./save";

/** Which rows a change is for: those still planned, from this one on or all of them. */
export function rowsOf({ repetitionId, occurrence }: Pick<Row, "repetitionId" | "occurrence">, extent: Extent) {
  return and(
    eq(activities.repetitionId, repetitionId!),
    gte(activities.occurrence, extent === "all" ? 0 : occurrence!),
    eq(activities.status, "planned"),
    isNull(activities.deletedAt),
  );
}
