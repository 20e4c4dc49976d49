import type { Scope } from "@/lib/access/scope";
import type { AccountTab } from "./filters";
import { latestActivities, latestDocuments, latestProspects, tabKinds } from "./overview";

export type AccountTabContent = ReturnType<typeof tabContent>;

/** The rows of one tab; the history and the files have their own queries. */
export function tabContent(scope: Scope, tab: Exclude<AccountTab, "activity" | "files">, accountId: number) {
  switch (tab) {
    case "appointments":
    case "tasks":
      return { tab, rows: latestActivities(scope, tab, accountId) };
    case "prospects":
      return { tab, rows: latestProspects(scope, accountId) };
    default:
      return { tab, kind: tabKinds[tab], rows: latestDocuments(scope, tabKinds[tab], accountId) };
  }
}
