import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { activities, contacts, documents, eventPayloads, events, prospects } from "@/db/schema";
import { outbox } from "@/db/schema/outbox";
import { documentKinds } from "@/db/vocabulary";
import { isOfModuleOn } from "../switched";
import type { Viewer } from "../viewer";
import { everything, nothing, viewReach } from "../visibility";
import { contactIsReached, reachedThrough } from "./accounts";
import { activityIsReached, prospectIsReached } from "./activities";
import { documentIsReached } from "./documents";
import { filtered } from "./relation";

/** What happened to the records this viewer may see; the rest of the log is the administrator's. */
export function eventsOf(viewer: Viewer) {
  return filtered(events, eventIsOpen(viewer));
}

export function eventPayloadsOf(viewer: Viewer) {
  return filtered(eventPayloads, sql`exists (select 1 from ${events} where ${events.id} = ${eventPayloads.eventId} and ${eventIsOpen(viewer)})`);
}

/** What each look at the whole log found; of the worker's jobs nothing else is told. */
export function logLooksOf(viewer: Viewer) {
  const isTold = viewer.kind === "system" || (viewer.kind === "staff" && viewer.isAdmin);
  return filtered(outbox, isTold ? sql`${outbox.kind} = 'events.verify' and ${outbox.progress} is not null` : nothing, ["payload", "cursor", "lastError"]);
}

/** What one had written of the log, while the worker is at it and after. */
export function logFilesOf(viewer: Viewer) {
  const isOwn = viewer.kind === "staff" && viewer.isAdmin ? sql`${outbox.payload} ->> 'userId' = ${viewer.userId}` : nothing;
  return filtered(outbox, sql`${outbox.kind} = 'audit.write' and ${isOwn}`, ["payload", "cursor", "lastError"]);
}

function eventIsOpen(viewer: Viewer): SQL {
  if (viewer.kind === "system" || (viewer.kind === "staff" && viewer.isAdmin)) return isOfModuleOn(viewer, events.subjectKind);
  if (viewer.kind === "customer") return nothing;

  const about = (kind: string, seen: SQL) => and(eq(events.subjectKind, kind), seen)!;
  const exists = (table: typeof contacts | typeof prospects | typeof activities, seen: SQL) =>
    sql`exists (select 1 from ${table} where ${table.id} = ${events.subjectId} and ${seen})`;
  const ofDocuments = sql`exists (select 1 from ${documents} where ${documents.id} = ${events.subjectId} and ${documentIsReached(viewer)})`;
  return or(
    about("account", reachedThrough(viewReach(viewer, "accounts"), sql`${events.subjectId}`)),
    about("contact", exists(contacts, circleOr(viewer, "contacts", contactIsReached))),
    about(
      "prospect",
      exists(
        prospects,
        circleOr(viewer, "prospects", ({ circle }) => prospectIsReached(circle)),
      ),
    ),
    about(
      "activity",
      exists(
        activities,
        circleOr(viewer, "activities", ({ circle }) => activityIsReached(circle)),
      ),
    ),
    and(inArray(events.subjectKind, [...documentKinds]), ofDocuments),
  )!;
}

type CircleReach = Extract<ReturnType<typeof viewReach>, { kind: "circle" }>;

function circleOr(viewer: Viewer, module: Parameters<typeof viewReach>[1], condition: (reach: CircleReach) => SQL): SQL {
  const reach = viewReach(viewer, module);
  if (reach.kind === "all") return everything;
  return reach.kind === "circle" ? condition(reach) : nothing;
}
