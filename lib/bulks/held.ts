import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type HandedOver, handedOver } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import { handover, keyOf, readKey } from "./mixed";

export type Held = Record<HandedOver, number>;

/** How much of each kind a colleague has, as far as the viewer sees it: of what is over, nothing. */
export function countHeld(scope: Scope, userId: number): Held {
  const counted = handedOver.map((list) => [list, countOf(scope, list, userId)] as const);
  return Object.fromEntries(counted) as Held;
}

/** The next of what one of several kinds holds, by the keys of `mixed`. */
export function heldKeys(scope: Scope, changes: unknown, after: number, size: number): number[] {
  const { from, kinds } = handover.parse(changes);
  const last = readKey(after);
  const left = handedOver.slice(handedOver.indexOf(last.list)).filter((list) => kinds.includes(list));
  const keys: number[] = [];
  for (const list of left) {
    keys.push(...idsOf(scope, list, from, { after: list === last.list ? last.id : 0, size: size - keys.length }).map((id) => keyOf(list, id)));
    if (keys.length >= size) break;
  }
  return keys;
}

function idsOf(scope: Scope, list: HandedOver, userId: number, { after, size }: { after: number; size: number }): number[] {
  const relation = scope[list] as Scope["accounts"];
  const rows = scope
    .select({ id: relation.id })
    .from(relation)
    .where(and(...isHeld(scope, list, userId), sql`${relation.id} > ${after}`))
    .orderBy(sql`${relation.id}`)
    .limit(size)
    .all();
  return rows.map(({ id }) => id);
}

function countOf(scope: Scope, list: HandedOver, userId: number): number {
  const relation = scope[list] as Scope["accounts"];
  return scope
    .select({ count: sql<number>`count(*)` })
    .from(relation)
    .where(and(...isHeld(scope, list, userId)))
    .get()!.count;
}

function isHeld(scope: Scope, list: HandedOver, userId: number): (SQL | undefined)[] {
  const { prospects, activities } = scope;
  const isOpen = { accounts: undefined, contacts: undefined, prospects: isNull(prospects.closedAt), activities: sql`${activities.status} = 'planned'` };
  return [eq(scope[list].ownerId, userId), isOpen[list]];
}
