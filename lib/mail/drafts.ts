import { and, desc, eq, lt, notInArray, or } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { mailDrafts } from "@/db/schema";
import type { MailDraftRow } from "./queries";

const lifeMs = 86_400_000;
const mostKept = 20;
const fields = ["about", "id", "people", "to", "cc", "templateId", "startedFrom", "subject", "text", "withPaper", "files"];

type Typed = Record<string, string[]>;

/** Keeps what somebody typed of a mail, over what they had before: under the same number, since a step back in the browser asks for that one.
 *  What nobody came back to in a day goes, and so does what somebody has beyond the newest twenty. Returns its number. */
export function keepDraft(tx: Transaction, before: MailDraftRow | undefined, { typed, userId, now }: { typed: Typed; userId: number; now: number }): number {
  const row = { userId, typed: Object.fromEntries(Object.entries(typed).filter(([name]) => fields.includes(name))), createdAt: now };
  const again = before && tx.update(mailDrafts).set(row).where(eq(mailDrafts.id, before.id)).returning({ id: mailDrafts.id }).get();
  const { id } = again ?? tx.insert(mailDrafts).values(row).returning({ id: mailDrafts.id }).get();
  const own = eq(mailDrafts.userId, userId);
  const newest = tx.select({ id: mailDrafts.id }).from(mailDrafts).where(own).orderBy(desc(mailDrafts.createdAt), desc(mailDrafts.id)).limit(mostKept);
  tx.delete(mailDrafts)
    .where(or(lt(mailDrafts.createdAt, now - lifeMs), and(own, notInArray(mailDrafts.id, newest))))
    .run();
  return id;
}

/** Files that were added while it was written go along. */
export function tickInDraft(tx: Transaction, { id, typed }: MailDraftRow, fileIds: number[]) {
  const files = [...(typed.files ?? []), ...fileIds.map(String)];
  tx.update(mailDrafts)
    .set({ typed: { ...typed, files } })
    .where(eq(mailDrafts.id, id))
    .run();
}

export function dropDraft(tx: Transaction, { id }: Pick<MailDraftRow, "id">) {
  tx.delete(mailDrafts).where(eq(mailDrafts.id, id)).run();
}
