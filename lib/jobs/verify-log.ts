import { setImmediate } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Database, Transaction } from "@/db/open";
import { events } from "@/db/schema";
import { outbox } from "@/db/schema/outbox";
import { write } from "@/db/write";
import { keptPlaces, nextPlace, verificationOf, verifyKind } from "@/lib/events/verification";
import { type Place, start, type Walked, walkSome } from "@/lib/events/verify";
import { enqueue } from "./enqueue";
import type { EffectHandler } from "./handler";

const minute = 60_000;
const day = 24 * 60 * minute;
/** Of a long log so much is looked at in one go; the next goes on from there. */
const mostAtOnce = 500_000;
const order = z.object({ since: z.number().int(), from: z.object({ id: z.number().int(), hash: z.string() }) }).partial();

/** Leaves today's look at the log for the worker, a while after a start so as not to slow it; however often it starts, one a day. */
export function askForVerification(db: Database, now: number) {
  write(db, (tx) => leaveVerification(tx, now, 10 * minute));
}

/** Looks whether the log is as it was written, what is new since the last look, and keeps what it found. Comes back tomorrow, even if it fails today. */
export const verifyLog: EffectHandler = {
  repeatable: true,
  limitMs: 600_000,
  async effect(payload, { db, jobId, now, signal }) {
    const asked = order.parse(payload);
    if (!asked.from) write(db, (tx) => leaveVerification(tx, now + day));
    const from = asked.from ?? nextPlace(db, now);
    const since = asked.since ?? from.id;
    const walked = await walk(db, from, signal);
    const found = verificationOf(walked, { since, at: now });
    write(db, (tx): void => {
      tx.update(outbox).set({ progress: found }).where(eq(outbox.id, jobId)).run();
      if (!walked.isEnd && walked.broken === undefined)
        enqueue(tx, verifyKind, { since, from: walked.at }, { now, dedupeKey: `${verifyKind}:${since}:${walked.at.id}:${now}` });
    });
  },
};

async function walk(db: Database, from: Place, signal: AbortSignal): Promise<Walked> {
  const places = keptPlaces(db);
  if (!stands(db, from)) return { at: start, events: 0, broken: from.id, isEnd: false };
  let walked: Walked = { at: from, events: 0, isEnd: false };
  while (!walked.isEnd && walked.broken === undefined && walked.events < mostAtOnce) {
    signal.throwIfAborted();
    const more = walkSome(db, walked.at, places);
    walked = { ...more, events: walked.events + more.events };
    await setImmediate();
  }
  return walked;
}

/** Whether the last event known to have held is still there, as it was. */
function stands(db: Database, { id, hash }: Place): boolean {
  return id === start.id || db.select({ hash: events.hash }).from(events).where(eq(events.id, id)).get()?.hash === hash;
}

function leaveVerification(tx: Transaction, at: number, later = 0) {
  const dedupeKey = `${verifyKind}:${new Date(at).toISOString().slice(0, 10)}`;
  enqueue(tx, verifyKind, {}, { now: at, runAt: at + later, dedupeKey });
}
