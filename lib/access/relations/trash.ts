import { and, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { accounts, activities, contacts, prospects } from "@/db/schema";
import type { Module } from "@/db/vocabulary";
import type { Circle, Viewer } from "../viewer";
import { accountIsReached, everything, nothing, viewReach } from "../visibility";
import { contactIsReached, hiddenNotes } from "./accounts";
import { activityIsReached, prospectIsReached } from "./activities";
import { filtered } from "./relation";

/* What is in the trash is seen by who would see it were it not: by the same reach, walked from the last that came in. */

export function trashedAccountsOf(viewer: Viewer) {
  return inTrash(
    accounts,
    seenIn(viewer, "accounts", (circle) => accountIsReached(circle, sql`${accounts.id}`)),
    hiddenNotes(viewer),
  );
}

export function trashedContactsOf(viewer: Viewer) {
  return inTrash(
    contacts,
    seenIn(viewer, "contacts", (circle) => contactIsReached({ kind: "circle", circle })),
    hiddenNotes(viewer),
  );
}

export function trashedProspectsOf(viewer: Viewer) {
  return inTrash(prospects, seenIn(viewer, "prospects", prospectIsReached), hiddenNotes(viewer));
}

export function trashedActivitiesOf(viewer: Viewer) {
  return inTrash(activities, seenIn(viewer, "activities", activityIsReached));
}

function inTrash<T extends SQLiteTable & { deletedAt: SQLiteColumn }>(table: T, seen: SQL, hidden: readonly string[] = []) {
  return filtered<T>(table, and(sql`${table.deletedAt} is not null`, seen)!, hidden);
}

/** A customer's trash is ours. */
function seenIn(viewer: Viewer, module: Module, isReached: (circle: Circle) => SQL): SQL {
  const reach = viewReach(viewer, module);
  switch (reach.kind) {
    case "all":
      return everything;
    case "circle":
      return isReached(reach.circle);
    case "windows":
    case "none":
      return nothing;
    default:
      reach satisfies never;
      return nothing;
  }
}
