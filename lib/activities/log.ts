import { z } from "zod";
import type { Transaction } from "@/db/open";
import { activities } from "@/db/schema";
import { id, requiredText } from "@/lib/core/fields";
import type { Change } from "@/lib/events/record";
import type { By } from "./commands";
import { followUpKinds } from "./rules";
import { momentOf } from "./times";

export const logForm = z.object({ accountId: id(), kind: z.enum(followUpKinds), notes: requiredText(4000) });

/** What was just done with an account, said once it is over. */
export function logActivity(tx: Transaction, account: { id: number }, { kind, notes }: z.output<typeof logForm>, by: By & { userId: number }): Change {
  const [subject = ""] = notes.split("\n");
  const after = tx
    .insert(activities)
    .values({
      ...{ kind, status: "done", subject: subject.slice(0, 120), notes: subject.length > 120 || notes.includes("\n") ? notes : null, accountId: account.id },
      ...{ ownerId: by.userId, createdBy: by.userId, doneAt: by.now, createdAt: by.now, updatedAt: by.now },
      ...momentOf(by.now, by.zone),
    })
    .returning()
    .get();
  return { kind: "activity", id: after.id, accountId: account.id, before: null, after };
}
