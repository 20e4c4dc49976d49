import { type ListName, listNames } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import { canSeeList } from "@/lib/lists/policy";
import { lists } from "./lists";

/** Which list a page about lists is about, and how that list is asked for; undefined when the viewer has no such list. */
export function listAsked(scope: Scope, name: string | undefined, of: string | string[] | undefined): { list: ListName; address: string } | undefined {
  const list = listNames.find((one) => one === name);
  if (list === undefined || !canSeeList(scope.viewer, list)) return undefined;
  return { list, address: lists[list].normal(typeof of === "string" ? of : "") };
}
