import type { Transaction } from "@/db/open";
import type { HandedOver } from "@/db/vocabulary";
import { memberId } from "@/lib/access/member";
import type { Viewer } from "@/lib/access/viewer";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { deactivateUser } from "@/lib/users/commands";
import { requireGroup, requireOwner } from "@/lib/users/owner";
import { startHandover } from "./commands";
import type { HandoverInput } from "./forms";
import type { Held } from "./held";
import { mayHandOver } from "./policy";

type By = { viewer: Viewer; held: Held; now: number };

/** Leaves giving what a colleague has to another, or to a group, for the worker; and ends their access, when asked to, in the same transaction.
 *  `held` counts what the viewer sees of it. Throws when nobody or nothing is chosen, and as `deactivateUser` does. */
export function handOver(tx: Transaction, user: { id: number }, input: HandoverInput, { viewer, held, now }: By): Change {
  const kinds = input.kinds.filter((list) => mayHandOver(viewer, list));
  if (kinds.length === 0) throw new RuleError("users.choose_what", "kinds");
  if (kinds.every((list) => held[list] === 0)) throw new RuleError("users.nothing_held", "kinds");
  const to = { ...heirOf(tx, user.id, input), personId: personFor(tx, user.id, input, kinds, held) };
  const leaving = input.deactivates ? deactivateUser(tx, user, { viewer, now }) : undefined;
  const bulk = startHandover(tx, { isMixed: true, from: user.id, kinds, ...to }, { userId: memberId(viewer), now });
  const after = { kinds, ...to, bulkId: bulk.id };
  return { kind: "user", id: user.id, before: null, after, batchId: bulk.batchId, also: leaving ? [{ name: "user.deactivated", change: leaving }] : [] };
}

function heirOf(tx: Transaction, userId: number, { ownerId, ownerGroupId }: HandoverInput) {
  if (ownerGroupId !== null) return { ownerId: null, ownerGroupId: requireGroup(tx, ownerGroupId).id };
  if (ownerId === null) throw new RuleError("users.choose_heir", "ownerId");
  if (ownerId === userId) throw new RuleError("users.own_heir", "ownerId");
  return { ownerId: requireOwner(tx, ownerId).id, ownerGroupId: null };
}

/** Prospects and activities are always one person's. */
function personFor(tx: Transaction, userId: number, { ownerId, ownerGroupId, personId }: HandoverInput, kinds: HandedOver[], held: Held): number | null {
  if (ownerGroupId === null) return ownerId;
  const isNeeded = kinds.some((list) => (list === "prospects" || list === "activities") && held[list] > 0);
  if (personId === null) {
    if (isNeeded) throw new RuleError("users.choose_person", "personId");
    return null;
  }
  if (personId === userId) throw new RuleError("users.own_heir", "personId");
  return requireOwner(tx, personId, null, "personId").id;
}
