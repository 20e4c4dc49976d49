import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { bulkRows, bulks, defaultViews, files, listColumns, listExports, savedViews, users } from "@/db/schema";
import { isLookedThrough } from "../seeing";
import type { Viewer } from "../viewer";
import { either, everything, nothing } from "../visibility";
import { filtered } from "./relation";

export function listColumnsOf(viewer: Viewer) {
  return filtered(listColumns, isOwn(viewer, sql`${listColumns.userId}`));
}

/** One's own views, those of one's groups, and those for everybody; of who is looked through, those that are not theirs alone. */
export function savedViewsOf(viewer: Viewer) {
  if (viewer.kind !== "staff") return filtered(savedViews, viewer.kind === "system" ? everything : nothing);
  const groupIds = viewer.circles.group.principals.filter((principal) => principal.startsWith("g")).map((principal) => Number(principal.slice(1)));
  const own = eq(savedViews.ownerId, viewer.userId);
  const shared = groupIds.length === 0 ? nothing : inArray(savedViews.groupId, groupIds);
  return filtered(
    savedViews,
    either(isLookedThrough(viewer) ? and(own, ne(savedViews.audience, "private"))! : own, sql`${savedViews.audience} = 'all'`, shared),
  );
}

/** Of one's own role. */
export function defaultViewsOf(viewer: Viewer) {
  if (viewer.kind !== "staff") return filtered(defaultViews, viewer.kind === "system" ? everything : nothing);
  return filtered(defaultViews, sql`${defaultViews.roleId} = (select ${users.roleId} from ${users} where ${users.id} = ${viewer.userId})`);
}

/** What somebody took out of the lists is theirs alone, even from who sees everything. */
export function listExportsOf(viewer: Viewer) {
  return filtered(listExports, isTaken(viewer));
}

export function exportFilesOf(viewer: Viewer) {
  return filtered(files, sql`exists (select 1 from ${listExports} where ${listExports.fileId} = ${files.id} and ${isTaken(viewer)})`);
}

function isTaken(viewer: Viewer): SQL {
  return isLookedThrough(viewer) ? nothing : isOwn(viewer, sql`${listExports.ownerId}`);
}

export function bulksOf(viewer: Viewer) {
  return filtered(bulks, ofBulk(viewer));
}

export function bulkRowsOf(viewer: Viewer) {
  return filtered(bulkRows, sql`exists (select 1 from ${bulks} where ${and(eq(bulks.id, bulkRows.bulkId), ofBulk(viewer))})`);
}

/** One's own changes of many and what took them back; an administrator's are all, for whoever made one may have left. */
function ofBulk(viewer: Viewer): SQL {
  if (viewer.kind === "staff" && viewer.isAdmin) return everything;
  const undoesOwn = sql`exists (select 1 from ${bulks} as original where original.id = ${bulks.undoes} and ${isOwn(viewer, sql`original.owner_id`)})`;
  return either(isOwn(viewer, sql`${bulks.ownerId}`), undoesOwn);
}

function isOwn(viewer: Viewer, userId: SQL): SQL {
  if (viewer.kind === "system") return everything;
  return viewer.kind === "staff" ? eq(userId, viewer.userId) : nothing;
}
