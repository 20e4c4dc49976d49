import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { webFormEntries, webForms } from "@/db/schema";
import type { Change } from "@/lib/events/record";
import { takeIn } from "./prospect";
import type { Said } from "./rules";

type Entry = typeof webFormEntries.$inferSelect;
type By = { userId: number; now: number; zone: string };

/** Each becomes a prospect as if it had not waited; what it said then stands there and no longer here. */
export function acceptEntries(tx: Transaction, entries: Entry[], by: By): Change {
  const also: NonNullable<Change["also"]> = [];
  for (const entry of entries) {
    const form = tx.select().from(webForms).where(eq(webForms.id, entry.formId)).get()!;
    const told = takeIn(tx, form, { said: wholeOf(entry.said), came: entry.came }, by)!;
    also.push({ name: told.name, change: told.change });
    handle(tx, entry, { state: "accepted", said: {}, came: {} }, by);
  }
  return { ...changeOf(entries, "accepted"), also };
}

/** Kept until they are forgotten, and may be accepted until then. */
export function discardEntries(tx: Transaction, entries: Entry[], by: By): Change {
  for (const entry of entries) handle(tx, entry, { state: "discarded" }, by);
  return changeOf(entries, "discarded");
}

function handle(tx: Transaction, { id }: Entry, values: Partial<Entry>, { userId, now }: By) {
  tx.update(webFormEntries)
    .set({ ...values, handledBy: userId, handledAt: now })
    .where(eq(webFormEntries.id, id))
    .run();
}

/** How many, and never what they said: the log keeps for good. */
function changeOf(entries: Entry[], verdict: string): Change {
  return { kind: "web_form_entry", id: entries[0]!.id, before: null, after: { [verdict]: entries.length } };
}

function wholeOf(said: Record<string, string>): Said {
  const nothing = { name: "", company: null, phone: null, email: null, region: null, subject: null, message: null };
  return { ...nothing, ...said };
}
