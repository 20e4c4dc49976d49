import { eq } from "drizzle-orm";
import type { PickList } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";

export type PickOption = ReturnType<typeof listOptions>[number];

/** In the order in which forms offer them; retired ones too, since records still hold them. */
export function listOptions(scope: Scope, list: PickList) {
  const { picklistOptions } = scope;
  return scope.select().from(picklistOptions).where(eq(picklistOptions.list, list)).orderBy(picklistOptions.position, picklistOptions.id).all();
}

export function findOption(scope: Scope, id: number) {
  const { picklistOptions } = scope;
  return scope.select().from(picklistOptions).where(eq(picklistOptions.id, id)).get();
}

/** Where it stands in its list, counted from one. */
export function placeOf(scope: Scope, { id, list }: Pick<PickOption, "id" | "list">): number {
  return listOptions(scope, list).findIndex((option) => option.id === id) + 1;
}

/** Both ends of a merge; undefined unless both are there. */
export function findPair(scope: Scope, { fromId, intoId }: { fromId: number; intoId: number }) {
  const [from, into] = [findOption(scope, fromId), findOption(scope, intoId)];
  return from && into ? { from, into } : undefined;
}
