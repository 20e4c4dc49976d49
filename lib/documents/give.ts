import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { documents } from "@/db/schema";
import type { Change } from "@/lib/events/record";
import { requireOwner } from "@/lib/users/owner";

/** To another colleague, whatever its state: whose a paper is stands nowhere on it. Undefined when it is theirs already. Throws for who does not work here. */
export function giveDocument(tx: Transaction, { id }: { id: number }, { ownerId }: { ownerId?: number }, now: number): Change | undefined {
  const before = documentRow(tx, id)!;
  if (ownerId === undefined || ownerId === before.ownerId) return undefined;
  requireOwner(tx, ownerId);
  const changes = { ownerId, updatedAt: now, version: before.version + 1 };
  const after = tx.update(documents).set(changes).where(eq(documents.id, id)).returning().get();
  return { kind: before.kind, id, accountId: before.accountId, prospectId: before.prospectId, before, after };
}

/** As it stands, for comparing. */
export function documentRow(tx: Transaction, id: number) {
  return tx.select().from(documents).where(eq(documents.id, id)).get();
}
