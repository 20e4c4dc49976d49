import type { Scope } from "@/lib/access/scope";
import type { Cursor } from "@/lib/core/cursor";
import type { AccountTab } from "./filters";
import { latestDocuments, listActivities, listProspects, tabKinds } from "./overview";

export type AccountTabContent = ReturnType<typeof tabContent>;

/** The rows of one tab; the history and the files have their own queries. */
export function tabContent(scope: Scope, tab: Exclude<AccountTab, "activity" | "files">, accountId: number, cursor?: Cursor) {
  switch (tab) {
    case "appointments":
    case "tasks":
      return { tab, ...listActivities(scope, tab, accountId, cursor) };
    case "prospects":
      return { tab, ...listProspects(scope, accountId, cursor) };
    default:
      return { tab, kind: tabKinds[tab], rows: latestDocuments(scope, tabKinds[tab], accountId) };
  }
}
