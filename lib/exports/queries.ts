import { eq } from "drizzle-orm";
import type { ListName } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import { keysOf, openColumns, shownColumns } from "@/lib/lists/columns";
import { canExport } from "@/lib/lists/policy";
import { chosenColumns } from "@/lib/lists/queries";
import { lists } from "./lists";
import { largestAtOnce } from "./rules";

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

/** Whether there is something to download, and its owner may still take it out. */
export function isReady(scope: Scope, record: Export): boolean {
  const isThere = record.fileId !== null || (record.rows !== null && record.rows <= largestAtOnce);
  return record.state === "done" && isThere && canExport(scope.viewer, record.list);
}

/** The columns a file of this list would have: those the page shows, and what never stays behind. */
export function columnsFor(scope: Scope, list: ListName, address: string) {
  const { columns, columnsAsked } = lists[list];
  const all = columns(scope);
  const shown = shownColumns(all, scope.viewer, columnsAsked(address), chosenColumns(scope, list));
  const along = shown.flatMap(({ goesWith }) => goesWith ?? []);
  return openColumns(all, scope.viewer).filter(({ key }) => keysOf(shown).includes(key) || along.includes(key));
}
