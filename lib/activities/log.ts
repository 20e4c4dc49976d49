import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/open";
import { activities, users } from "@/db/schema";
import { checkbox, id, optionalId, requiredText } from "@/lib/core/fields";
import type { Change } from "@/lib/events/record";
import type { By } from "./commands";
import { isDated, nextStep, undated, whenDone } from "./forms";
import { tellMentioned, withMention } from "./mentions";
import { planNext } from "./next-step";
import { followUpKinds } from "./rules";
import { whenDoneOf } from "./when-done";

export const logForm = z
  .object({
    accountId: id(),
    kind: z.enum(followUpKinds),
    notes: requiredText(4000),
    /** Whom to tell, beside those named in the note. */
    mentionId: optionalId(),
    isPinned: checkbox(),
    ...whenDone,
    ...nextStep,
  })
  .refine(isDated, undated);
type LogInput = Pick<z.output<typeof logForm>, "kind" | "notes"> & Partial<z.output<typeof logForm>>;

/** What was done with an account, said once it is over; who is named in it is told, and the next action planned. */
export function logActivity(tx: Transaction, account: { id: number }, input: LogInput, by: By & { userId: number }): Change {
  const { kind, isPinned, mentionId } = input;
  const notes = withMention(
    input.notes,
    mentionId ? tx.select({ id: users.id, name: users.name }).from(users).where(eq(users.id, mentionId)).get() : undefined,
  );
  const [subject = ""] = notes.split("\n");
  const { doneAt, times } = whenDoneOf(input, by);
  const after = tx
    .insert(activities)
    .values({
      ...{ kind, status: "done", subject: subject.slice(0, 120), notes: subject.length > 120 || notes.includes("\n") ? notes : null, accountId: account.id },
      ...{ ownerId: by.userId, createdBy: by.userId, doneAt, createdAt: by.now, updatedAt: by.now, pinnedAt: isPinned ? by.now : null },
      ...times,
    })
    .returning()
    .get();
  tellMentioned(tx, null, { id: after.id, notes }, by);
  const next = { nextKind: input.nextKind ?? "call", nextSubject: input.nextSubject ?? null, nextOn: input.nextOn ?? null, nextTime: input.nextTime ?? null };
  const also = planNext(tx, { account }, next, { subject: after.subject, ownerId: by.userId }, by);
  return { kind: "activity", id: after.id, accountId: account.id, before: null, after, also };
}
