import { and, inArray, type SQL, sql } from "drizzle-orm";
import { accountAccess, activities, prospects } from "@/db/schema";
import type { Circle, Viewer } from "../viewer";
import { accountIsReached, either, isStart, nothing, viewReach } from "../visibility";
import { hiddenNotes } from "./accounts";
import { filtered, startingFrom } from "./relation";

const aliveProspect = sql`${prospects.deletedAt} is null`;
const aliveActivity = sql`${activities.deletedAt} is null`;

export function prospectsOf(viewer: Viewer) {
  const reach = viewReach(viewer, "prospects");
  const hidden = hiddenNotes(viewer);
  if (reach.kind === "all") return filtered(prospects, aliveProspect, hidden);
  if (reach.kind !== "circle") return filtered(prospects, nothing, hidden);
  if (isStart(reach.circle)) return startingFrom(prospects, prospectIds(reach.circle), aliveProspect, hidden);
  return filtered(prospects, and(aliveProspect, prospectIsReached(reach.circle))!, hidden);
}

export function prospectIsReached(circle: Circle): SQL {
  return either(inArray(prospects.ownerId, circle.ownerIds), accountIsReached(circle, sql`${prospects.accountId}`));
}

/** What is done or planned: whose it is, or whose account or prospect it is about. */
export function activitiesOf(viewer: Viewer) {
  const reach = viewReach(viewer, "activities");
  if (reach.kind === "all") return filtered(activities, aliveActivity);
  if (reach.kind !== "circle") return filtered(activities, nothing);
  if (isStart(reach.circle)) return startingFrom(activities, activityIds(reach.circle), aliveActivity);
  return filtered(activities, and(aliveActivity, activityIsReached(reach.circle))!);
}

export function activityIsReached(circle: Circle): SQL {
  const prospect = sql`exists (select 1 from ${prospects} where ${prospects.id} = ${activities.prospectId} and ${prospectIsReached(circle)})`;
  return either(inArray(activities.ownerId, circle.ownerIds), accountIsReached(circle, sql`${activities.accountId}`), prospect);
}

function prospectIds({ ownerIds, principals }: Circle): SQL {
  return sql`select ${prospects.id} as id from ${prospects} where ${inArray(prospects.ownerId, ownerIds)}
    union select ${prospects.id} from ${accountAccess} cross join ${prospects} on ${prospects.accountId} = ${accountAccess.accountId}
      where ${inArray(accountAccess.principal, principals)}`;
}

function activityIds(circle: Circle): SQL {
  return sql`select ${activities.id} as id from ${activities} where ${inArray(activities.ownerId, circle.ownerIds)}
    union select ${activities.id} from ${accountAccess} cross join ${activities} on ${activities.accountId} = ${accountAccess.accountId}
      where ${inArray(accountAccess.principal, circle.principals)}
    union select ${activities.id} from (${prospectIds(circle)}) reached_prospects cross join ${activities} on ${activities.prospectId} = reached_prospects.id`;
}
