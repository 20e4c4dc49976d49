import { and, count, desc, eq, gt, lt } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { submissions, webFormEntries, type webForms } from "@/db/schema";
import type { ReviewReason } from "@/db/vocabulary";
import { RuleError } from "@/lib/core/errors";
import { canonical, payloadHash } from "@/lib/events/record";
import { enqueue } from "@/lib/jobs/enqueue";
import { type Told, takeIn } from "./prospect";
import { type Came, keptDays, mostWaiting, type Said } from "./rules";

type WebForm = typeof webForms.$inferSelect;
/** `submission` is drawn with the form; a form on another site has none. */
export type Sent = { said: Said; came: Came; doubts: ReviewReason[]; submission: string | undefined };

const day = 24 * 3_600_000;

/** What a visitor sent becomes a prospect, or waits for somebody to look at it. Answers what is to be told of it, undefined when nothing became of it
 *  that anybody sees yet. Throws `web_forms.too_many` when too much waits. */
export function receive(tx: Transaction, form: WebForm, sent: Sent, { now, zone }: { now: number; zone: string }): Told | undefined {
  const turn = sent.submission === undefined ? "first" : turnOf(tx, sent.submission, sent.said, now);
  if (turn === "same") return undefined;
  const doubts: ReviewReason[] = [...(form.isReviewed ? (["chosen"] as const) : []), ...sent.doubts, ...(turn === "again" ? (["again"] as const) : [])];
  const told = doubts.length > 0 ? undefined : madeOf(tx, form, sent, { now, zone });
  if (!told) leaveWaiting(tx, form, { ...sent, doubts: doubts.length > 0 ? doubts : ["no_owner"] }, now);
  return told;
}

/** Forgets what came by a form a month ago, looked at or not; answers whether there may be more. */
export function forgetEntries(tx: Transaction, now: number): boolean {
  const old = tx
    .select({ id: webFormEntries.id })
    .from(webFormEntries)
    .where(lt(webFormEntries.receivedAt, now - keptDays * day))
    .limit(200)
    .all();
  for (const { id } of old) tx.delete(webFormEntries).where(eq(webFormEntries.id, id)).run();
  return old.length === 200;
}

/** What a rule of ours refuses is not the visitor's fault: somebody looks at it. */
function madeOf(tx: Transaction, form: WebForm, sent: Sent, { now, zone }: { now: number; zone: string }): Told | undefined {
  try {
    return tx.transaction((inner) => takeIn(inner, form, sent, { userId: null, now, zone }));
  } catch (error) {
    if (error instanceof RuleError) return undefined;
    throw error;
  }
}

function leaveWaiting(tx: Transaction, form: WebForm, { said, came, doubts }: Sent, now: number) {
  const waiting = eq(webFormEntries.state, "waiting");
  const latest = tx
    .select({ said: webFormEntries.said })
    .from(webFormEntries)
    .where(and(eq(webFormEntries.formId, form.id), waiting, gt(webFormEntries.receivedAt, now - day)))
    .orderBy(desc(webFormEntries.receivedAt))
    .limit(500)
    .all();
  const typed = Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== null));
  if (latest.some((one) => canonical(one.said) === canonical(typed))) return;
  if (tx.select({ entries: count() }).from(webFormEntries).where(waiting).get()!.entries >= mostWaiting) throw new RuleError("web_forms.too_many");
  tx.insert(webFormEntries).values({ formId: form.id, reasons: doubts, said: typed, came, receivedAt: now }).run();
  // One for all that came that day, once the last of it has stood so long.
  const today = Math.floor(now / day);
  enqueue(tx, "web_forms.forget", {}, { now, runAt: (today + 1 + keptDays) * day, dedupeKey: `web_forms.forget:${today}` });
}

/** The same form sent twice, by a second press, is one. What was put right after going back is not, nor what a machine sends by one drawing: somebody
 *  looks at it. Of what was said there stays a digest. */
function turnOf(tx: Transaction, submission: string, said: Said, now: number): "first" | "same" | "again" {
  const row = { id: submission, actor: "system", event: "web_form.sent", location: payloadHash(null, said), createdAt: now };
  if (tx.insert(submissions).values(row).onConflictDoNothing().run().changes === 1) return "first";
  const isIt = and(eq(submissions.id, submission), eq(submissions.actor, row.actor));
  return tx.select({ location: submissions.location }).from(submissions).where(isIt).get()?.location === row.location ? "same" : "again";
}
