import { and, eq, type SQL, sql } from "drizzle-orm";
import { type HandedOver, handedOver } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import { handover, keyOf, readKey } from "./mixed";

export type Held = Record<HandedOver, number>;

/** How much of each kind a colleague has, as far as the viewer sees it, with what is in the trash: of what is over, nothing. */
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
  const found = places(scope, list).flatMap((relation) =>
    scope
      .select({ id: relation.id })
      .from(relation)
      .where(and(...isHeld(relation, list, userId), sql`${relation.id} > ${after}`))
      .orderBy(sql`${relation.id}`)
      .limit(size)
      .all(),
  );
  return found
    .map(({ id }) => id)
    .toSorted((one, other) => one - other)
    .slice(0, size);
}

function countOf(scope: Scope, list: HandedOver, userId: number): number {
  const counts = places(scope, list).map(
    (relation) =>
      scope
        .select({ count: sql<number>`count(*)` })
        .from(relation)
        .where(and(...isHeld(relation, list, userId)))
        .get()!.count,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What comes back from the trash has to be somebody's then. */
function places(scope: Scope, list: HandedOver): Scope["accounts"][] {
  const { trashedAccounts, trashedContacts, trashedProspects, trashedActivities } = scope;
  const trashed = { accounts: trashedAccounts, contacts: trashedContacts, prospects: trashedProspects, activities: trashedActivities };
  return [scope[list], trashed[list]] as Scope["accounts"][];
}

const isOpen: Partial<Record<HandedOver, SQL>> = { prospects: sql`closed_at is null`, activities: sql`status = 'planned'` };

function isHeld(relation: Scope["accounts"], list: HandedOver, userId: number): (SQL | undefined)[] {
  return [eq(relation.ownerId, userId), isOpen[list]];
}
