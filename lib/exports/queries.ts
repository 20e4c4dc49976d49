import { eq } from "drizzle-orm";
import type { ListName } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import { keysOf, openColumns, shownColumns } from "@/lib/lists/columns";
import { canExport } from "@/lib/lists/policy";
import { chosenColumns } from "@/lib/lists/queries";
import { lists } from "./lists";
import { largestAtOnce } from "./rules";
import { sightOf } from "./sight";

export type Export = NonNullable<ReturnType<typeof findExport>>;

export function findExport(scope: Scope, id: number | string) {
  const { listExports } = scope;
  const key = Number(id);
  return Number.isSafeInteger(key) ? scope.select().from(listExports).where(eq(listExports.id, key)).get() : undefined;
}

export function exportFile(scope: Scope, { fileId }: Pick<Export, "fileId">) {
  const { exportFiles } = scope;
  return fileId === null ? undefined : scope.select().from(exportFiles).where(eq(exportFiles.id, fileId)).get();
}

/** Whether there is something to download, and its owner may still take it out: kept bytes only while they would be written alike. */
export function isReady({ viewer }: Scope, { state, list, fileId, rows, sightSha256, expiresAt }: Export, now: number): boolean {
  const isThere = fileId === null ? rows !== null && rows <= largestAtOnce : sightSha256 === sightOf(viewer, list);
  return state === "done" && expiresAt > now && isThere && canExport(viewer, list);
}

/** The columns a file of this list would have: those the page shows, and what never stays behind. */
export function columnsFor(scope: Scope, list: ListName, address: string) {
  const { columns, columnsAsked } = lists[list];
  const all = columns(scope);
  const shown = shownColumns(all, scope.viewer, columnsAsked(address), chosenColumns(scope, list));
  const along = shown.flatMap(({ goesWith }) => goesWith ?? []);
  return openColumns(all, scope.viewer).filter(({ key }) => keysOf(shown).includes(key) || along.includes(key));
}
