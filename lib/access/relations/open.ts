import { and, eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { accounts, catalogItems, catalogItemTaxes, files, importRows, imports, notices, submissions, users, webFormEntries } from "@/db/schema";
import { grants } from "../permissions";
import { isLookedThrough } from "../seeing";
import { isOfModuleOn } from "../switched";
import type { Viewer } from "../viewer";
import { everything, inWindows, nothing, viewReach } from "../visibility";
import { filtered } from "./relation";

/** Company-wide lists: the whole team reads them, a customer none. */
export function staffOnly<T extends SQLiteTable>(viewer: Viewer, table: T) {
  return filtered(table, viewer.kind === "customer" ? nothing : everything);
}

/** Of those that are for records of one kind each, what is for a module that is switched off is not there. */
export function ofModulesOn<T extends SQLiteTable & { kind: SQLiteColumn }>(viewer: Viewer, table: T) {
  return filtered<T>(table, viewer.kind === "customer" ? nothing : isOfModuleOn(viewer, table.kind));
}

export function catalogItemsOf(viewer: Viewer) {
  const hidden = viewer.kind === "staff" && viewer.hidden.includes("cost") ? ["cost"] : [];
  return filtered(catalogItems, and(sql`${catalogItems.deletedAt} is null`, catalogIsOpen(viewer))!, hidden);
}

export function catalogItemTaxesOf(viewer: Viewer) {
  return filtered(catalogItemTaxes, catalogIsOpen(viewer));
}

/** Names of colleagues are open to the team; the rest of a user to who may see users. Secrets to nobody.
 *  A customer knows who looks after the accounts that are open to them, and how to write. */
export function usersOf(viewer: Viewer) {
  const secret = ["passwordHash", "emailKey", "epoch"];
  if (viewer.kind === "customer") {
    const theirs = inWindows(viewer.windows, sql`${accounts.id}`);
    const owners = sql`exists (select 1 from ${accounts} where ${accounts.ownerId} = ${users.id} and ${accounts.deletedAt} is null and ${theirs})`;
    return filtered(users, and(eq(users.isActive, true), owners)!, [...secret, "roleId", "isAdmin", "locale", "zone", "version"]);
  }
  return filtered(users, everything, grants(viewer, "users", "view") ? secret : [...secret, "email", "roleId", "isAdmin"]);
}

export function importsOf(viewer: Viewer) {
  return filtered(imports, importIsOpen(viewer));
}

export function importRowsOf(viewer: Viewer) {
  return filtered(importRows, sql`exists (select 1 from ${imports} where ${imports.id} = ${importRows.importId} and ${importIsOpen(viewer)})`);
}

/** Uploads that became imports; other files are reached through what they belong to. */
export function importFilesOf(viewer: Viewer) {
  return filtered(files, sql`exists (select 1 from ${imports} where ${imports.fileId} = ${files.id} and ${importIsOpen(viewer)})`);
}

/** Answers already given to this very viewer. */
export function submissionsOf(viewer: Viewer) {
  if (isLookedThrough(viewer)) return filtered(submissions, nothing);
  const actor = viewer.kind === "staff" ? `staff:${viewer.userId}` : viewer.kind === "customer" ? `customer:${viewer.portalUserId}` : "system";
  return filtered(submissions, eq(submissions.actor, actor));
}

/** Notices are told to one person alone, whoever else may see what they are about. */
export function noticesOf(viewer: Viewer) {
  if (isLookedThrough(viewer)) return filtered(notices, nothing);
  if (viewer.kind !== "staff") return filtered(notices, viewer.kind === "system" ? everything : nothing);
  return filtered(notices, and(eq(notices.userId, viewer.userId), isOfModuleOn(viewer, notices.subjectKind))!);
}

/** What strangers sent is for who says whose a prospect is. */
export function webFormEntriesOf(viewer: Viewer) {
  return filtered(webFormEntries, grants(viewer, "prospects", "assign") ? everything : nothing);
}

function catalogIsOpen(viewer: Viewer): SQL {
  return viewer.kind !== "customer" && viewReach(viewer, "catalog").kind !== "none" ? everything : nothing;
}

/** A file of customers is its importer's business, and of whoever may see every import. */
function importIsOpen(viewer: Viewer): SQL {
  const reach = viewReach(viewer, "imports");
  if (reach.kind === "all") return everything;
  return viewer.kind === "staff" && reach.kind === "circle" ? eq(imports.ownerId, viewer.userId) : nothing;
}
