import { and, eq, type SQL, sql } from "drizzle-orm";
import type { ActivityKind } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";

export type Asked = {
  /** A colleague's by number, a group's people's as `g3`. */
  owner?: number | string;
  kind?: ActivityKind;
  /** What is about a prospect of that work centre. */
  center?: number;
};

/** What a calendar is narrowed to; undefined when it shows everything. */
export function askedOf({ activities, groupMembers, prospects }: Scope, { owner, kind, center }: Asked): SQL | undefined {
  const { ownerId, prospectId } = activities;
  const people = sql`(select ${groupMembers.userId} from ${groupMembers} where ${groupMembers.groupId} = ${groupIn(owner)})`;
  const ofCenter = sql`select 1 from ${prospects} where ${prospects.id} = ${prospectId} and ${prospects.workCenterId} = ${center}`;
  return and(
    typeof owner === "number" ? eq(ownerId, owner) : owner === undefined ? undefined : sql`${ownerId} in ${people}`,
    kind && eq(activities.kind, kind),
    center === undefined ? undefined : sql`exists (${ofCenter})`,
  );
}

/** The group whose people are asked for. */
export function groupIn(owner: Asked["owner"]): number | undefined {
  return typeof owner === "string" ? Number(owner.slice(1)) : undefined;
}
