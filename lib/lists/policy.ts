import type { ListName, Module } from "@/db/vocabulary";
import { grants } from "@/lib/access/permissions";
import type { Owned, Viewer } from "@/lib/access/viewer";
import { mailedModules } from "@/lib/mail/policy";

/** Of papers only whose they are is changed many at once: what they say is each one's own business. */
const papers = ["quotes", "orders", "invoices", "receipts"] as const satisfies readonly ListName[];
/** The lists whose records can be changed many at once. */
export const bulkLists = ["accounts", "contacts", "prospects", "activities", "catalog", ...papers] as const satisfies readonly ListName[];
export type BulkList = (typeof bulkLists)[number];

export function isBulkList(list: string): list is BulkList {
  return (bulkLists as readonly string[]).includes(list);
}

/** The modules whose grants rule what a list shows. */
export function modulesOf(list: ListName): readonly Module[] {
  return list === "mails" ? mailedModules : [list];
}

/** The log of mails is there for the whole team, each with what they see of it. */
export function canSeeList(viewer: Viewer, list: ListName) {
  return list === "mails" ? viewer.kind !== "customer" : grants(viewer, list, "view");
}

/** Taking a list out is a grant of its own. */
export function canExport(viewer: Viewer, list: ListName) {
  return modulesOf(list).some((module) => grants(viewer, module, "view") && grants(viewer, module, "export"));
}

export function canChangeMany(viewer: Viewer, list: ListName) {
  if (!isBulkList(list)) return false;
  return grants(viewer, list, "assign") || (!(papers as readonly string[]).includes(list) && grants(viewer, list, "edit"));
}

/** Views for all, and which one a role finds, are the company's business. */
export function canSetForAll(viewer: Viewer) {
  return grants(viewer, "settings", "configure");
}

/** A view is its maker's; one for all also belongs to who configures. */
export function canEditView(viewer: Viewer, view: Owned) {
  return (viewer.kind === "staff" && view.ownerId === viewer.userId) || canSetForAll(viewer);
}
