import { and, eq, gt, inArray, lt, ne } from "drizzle-orm";
import { activityKinds } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { longestDays, takesPart } from "./rules";
import type { Row } from "./save";
import type { Times } from "./times";
import { spanText } from "./when";

/** Throws when whoever it is for has to be elsewhere meanwhile, as far as the viewer sees that: to be saved anyway. */
export function tellOverlap(scope: Scope, { id }: { id: number }, isToldAlready: boolean, field = "time") {
  if (isToldAlready) return;
  const { activities, users } = scope;
  const row = scope.select().from(activities).where(eq(activities.id, id)).get();
  if (!row || !isBusy(row)) return;
  const { startsAtUtc, endsAtUtc, ownerId } = row;
  const meanwhile = and(
    ...[eq(activities.ownerId, ownerId), eq(activities.status, "planned"), eq(activities.isAllDay, false), ne(activities.id, id)],
    inArray(activities.kind, activityKinds.filter(takesPart)),
    ...[gt(activities.startsAtUtc, startsAtUtc - longestDays * 86_400_000), lt(activities.startsAtUtc, endsAtUtc), gt(activities.endsAtUtc, startsAtUtc)],
  );
  const other = scope.select().from(activities).where(meanwhile).orderBy(activities.startsAtUtc).limit(1).get();
  if (!other) return;
  const name = scope.select({ name: users.name }).from(users).where(eq(users.id, ownerId)).get()?.name ?? "";
  throw new RuleError("activities.overlaps", field, { name, subject: other.subject, when: spanText(other) }, "saveOverlapAnyway");
}

/** The same for what was planned along with something else, by the `field` that says its hour. */
export function tellOverlapAlong(scope: Scope, { also = [] }: Change, isToldAlready: boolean, field: string) {
  for (const { name, change } of also) if (name === "activity.created") tellOverlap(scope, change, isToldAlready, field);
}

/** What keeps its time and its owner has been told of already. */
export function isElsewhen(before: Row, { times, after }: { times: Times; after: unknown }): boolean {
  const { ownerId, kind } = after as Row;
  return times.startsAtUtc !== before.startsAtUtc || times.endsAtUtc !== before.endsAtUtc || ownerId !== before.ownerId || kind !== before.kind;
}

function isBusy({ kind, status, isAllDay }: Pick<Row, "kind" | "status" | "isAllDay">): boolean {
  return takesPart(kind) && status === "planned" && !isAllDay;
}
