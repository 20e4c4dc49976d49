import type { Transaction } from "@/db/open";
import type { prospects } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { withHeirs } from "@/lib/settings/heirs";
import { requireOwner } from "@/lib/users/owner";
import { changeOf, rowOf, save } from "./commands";
import { isClosed } from "./rules";

type Row = typeof prospects.$inferSelect;
export type ProspectChanges = Partial<Pick<Row, "ownerId" | "originId" | "channelId">>;

/** Some fields of one prospect, the others as they are. Undefined when it is so already. Throws when it is closed, or the owner is no active user. */
export function changeProspectFields(tx: Transaction, { id }: Pick<Row, "id">, asked: ProspectChanges, now: number): Change | undefined {
  const changes = withHeirs(tx, asked);
  const before = rowOf(tx, id);
  const fields = Object.keys(changes) as (keyof ProspectChanges)[];
  if (fields.every((field) => changes[field] === before[field])) return undefined;
  if (isClosed(before)) throw new RuleError("prospects.closed");
  if (changes.ownerId !== undefined && changes.ownerId !== before.ownerId) requireOwner(tx, changes.ownerId);
  return changeOf(before, save(tx, before, changes, now));
}

/** To another colleague. Throws when they have it already, when it is closed, or when nobody works there under that number. */
export function giveProspect(tx: Transaction, prospect: Pick<Row, "id">, ownerId: number, now: number): Change & { ownerName: string } {
  const { name: ownerName } = requireOwner(tx, ownerId);
  const change = changeProspectFields(tx, prospect, { ownerId }, now);
  if (!change) throw new RuleError("prospects.same_owner", "ownerId");
  return { ...change, ownerName };
}
