import { and, eq, isNotNull, lte, min } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities, outbox, users } from "@/db/schema";
import { toInstant } from "@/lib/core/dates";
import { t } from "@/lib/i18n/words";
import { enqueue } from "@/lib/jobs/enqueue";
import type { SliceHandler } from "@/lib/jobs/handler";
import { speakingTo } from "@/lib/jobs/speaking";
import { isMailbox } from "@/lib/mail/clean";
import { enqueueMail, isMailSetUp } from "@/lib/mail/enqueue";
import { notify } from "@/lib/notices/commands";
import type { Times } from "./times";
import { whenText } from "./when";

type Remindable = Pick<Times, "isAllDay" | "startsAt" | "startsAtUtc" | "zone"> & {
  ownerId: number;
  status: string;
  remindMinutes: number | null;
  deletedAt?: number | null;
};
const minute = 60_000;
/** A transaction may hold the others up for 20 ms; one reminder with its notice and mail takes up to one, and the worker stops well before. */
const perPiece = 16;
const pieceMs = 8;
const kind = "activities.remind";

/** When to remind of it, or null when that is past or there is nothing to remind of. A whole day is reminded of from eight in the morning of its owner. */
export function remindAtOf(tx: Transaction, activity: Remindable, now: number): number | null {
  const { isAllDay, startsAt, startsAtUtc, zone, ownerId, status, remindMinutes, deletedAt } = activity;
  if (remindMinutes === null || status !== "planned" || deletedAt) return null;
  const start = isAllDay ? toInstant(`${startsAt}T08:00`, zoneOf(tx, ownerId) ?? zone).instant : startsAtUtc;
  const at = start - remindMinutes * minute;
  return at > now ? at : null;
}

function zoneOf(tx: Transaction, userId: number): string | null | undefined {
  return tx.select({ zone: users.zone }).from(users).where(eq(users.id, userId)).get()?.zone;
}

/** Sees to it that the worker wakes for the earliest reminder there is. Every change of an activity calls it. */
export function scheduleReminder(tx: Transaction, now: number) {
  const next = tx
    .select({ at: min(activities.remindAt) })
    .from(activities)
    .where(isNotNull(activities.remindAt))
    .get()?.at;
  if (!next) return;
  const waking = tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.state, "queued"), eq(outbox.kind, kind), lte(outbox.runAt, next)))
    .limit(1)
    .get();
  if (!waking) enqueue(tx, kind, {}, { now, runAt: next });
}

/** Tells of whatever is due: the notice and the mark that it was told commit together. */
export const remind: SliceHandler = {
  slice: (tx, _payload, _cursor, { now }) => {
    const due = tx
      .select()
      .from(activities)
      .where(and(isNotNull(activities.remindAt), lte(activities.remindAt, now)))
      .orderBy(activities.remindAt, activities.id)
      .limit(perPiece)
      .all();
    const startedAt = performance.now();
    let told = 0;
    for (const activity of due) {
      tx.update(activities).set({ remindAt: null }).where(eq(activities.id, activity.id)).run();
      if (activity.status === "planned" && activity.deletedAt === null) tell(tx, activity, now);
      told += 1;
      if (performance.now() - startedAt > pieceMs) break;
    }
    if (told < due.length || due.length === perPiece) return { cursor: null };
    scheduleReminder(tx, now);
    return { done: true };
  },
};

/** In the app, and where the company has a server for it by mail, in the language and on the clock of whoever is reminded. */
function tell(tx: Transaction, activity: typeof activities.$inferSelect, now: number) {
  const { id, ownerId, accountId, subject } = activity;
  const notice = notify(tx, { userId: ownerId, kind: "reminder", subject: { kind: "activity", id }, now });
  const { email, name, locale, zone } = tx.select().from(users).where(eq(users.id, ownerId)).get()!;
  if (notice === undefined || !isMailSetUp(tx) || !isMailbox(email)) return;
  const said = speakingTo(tx, { locale, zone }, () => ({
    subject: t("notices.mail_subject", { subject }),
    text: t("notices.mail_text", { name, subject, when: whenText(activity) }),
  }));
  enqueueMail(tx, { ...said, to: [{ address: email, name }], about: { kind: "activity", id, accountId }, sentBy: null }, { now });
}
