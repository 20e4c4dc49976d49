import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/open";
import { outbox } from "@/db/schema/outbox";
import { storageTrouble } from "@/db/storage";
import { write } from "@/db/write";
import { EffectEnded, type EffectHandler, type SliceHandler } from "@/lib/jobs/handler";
import { defer, type Job, leaseMs, postpone, settle } from "@/lib/jobs/queue";
import { onceThereIsRoom } from "@/lib/jobs/room";

type Slot = { owner: string; now: number };
/** `stop`: no new work is begun. `cut`: what is under way ends now. */
type EffectSlot = Slot & { clock: () => number; stop?: AbortSignal; cut?: AbortSignal };

const effectLimitMs = 60_000;
const fullPauseMs = 2_000;

/** One piece of a job. What it changed, how far it came and the lease commit together or not at all. */
export function runSlice(db: Database, job: Job, handler: SliceHandler, { owner, now }: Slot): "more" | "ended" {
  try {
    return write(db, (tx) => {
      const held = heldBy(tx, job, owner);
      if (!held) return "ended";
      const result = handler.slice(tx, held.payload, held.cursor, { jobId: held.id, now });
      const progress = result.progress ?? held.progress;
      if ("done" in result) {
        tx.update(outbox).set({ progress }).where(eq(outbox.id, held.id)).run();
        settle(tx, held, "done", now);
        return "ended";
      }
      tx.update(outbox)
        .set({ cursor: result.cursor, progress, attempts: 0, leaseUntil: now + leaseMs })
        .where(eq(outbox.id, held.id))
        .run();
      return "more";
    });
  } catch (error) {
    if (storageTrouble(error)) throw error;
    giveBack(db, job, owner, now, error);
    return "ended";
  }
}

/** Lets others go first: back to the end of the line, without counting as a failure. */
export function yieldJob(db: Database, job: Job, { owner, now }: Slot, attempts?: number) {
  write(db, (tx) => {
    if (!heldBy(tx, job, owner)) return;
    tx.update(outbox).set({ state: "queued", runAt: now, attempts, leaseOwner: null, leaseUntil: null }).where(eq(outbox.id, job.id)).run();
  });
}

/** The outside effect of a claimed job. Once the limit has passed nobody knows whether it happened. */
export async function runEffect(db: Database, job: Job, handler: EffectHandler, { owner, now, clock, stop, cut }: EffectSlot) {
  const signal = AbortSignal.any([AbortSignal.timeout(handler.limitMs ?? effectLimitMs), ...(cut ? [cut] : [])]);
  let isHandedOver = false;
  const handOver = () => {
    markSending(db, job, owner);
    isHandedOver = true;
  };
  try {
    await Promise.race([handler.effect(job.payload, { db, jobId: job.id, now, messageId: job.messageId!, signal, handOver }), expiry(signal)]);
    await onceThereIsRoom(
      () =>
        write(db, (tx) => {
          if (heldBy(tx, job, owner)) settle(tx, job, "done", clock());
        }),
      stop,
    );
  } catch (error) {
    const trouble = storageTrouble(error);
    if (trouble === "failing") throw error;
    await onceThereIsRoom(() => {
      if (trouble === "full" && handler.repeatable && !isHandedOver) return yieldJob(db, job, { owner, now: clock() + fullPauseMs }, job.attempts - 1);
      if (error instanceof EffectEnded) return end(db, job, owner, clock(), error);
      const isUnsure = handler.repeatable === "until_handed_over" ? isHandedOver : signal.aborted && !handler.repeatable;
      if (!isUnsure && cut?.aborted) return yieldJob(db, job, { owner, now: clock() }, job.attempts - 1);
      if (!isUnsure) return giveBack(db, job, owner, clock(), error);
      return end(db, job, owner, clock(), new EffectEnded({ state: "possibly_sent" }, reasonOf(error)));
    }, stop);
  }
}

/** For a kind this program does not know. */
export function parkUnknown(db: Database, job: Job, now: number) {
  write(db, (tx) => settle(tx, job, "parked", now, `No hay quien haga «${job.kind}».`));
}

function heldBy(tx: Transaction, job: Job, owner: string): Job | undefined {
  return tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.id, job.id), eq(outbox.leaseOwner, owner)))
    .get();
}

function giveBack(db: Database, job: Job, owner: string, now: number, error: unknown) {
  write(db, (tx) => {
    const held = heldBy(tx, job, owner);
    if (held) postpone(tx, held, reasonOf(error), now);
  });
}

function end(db: Database, job: Job, owner: string, now: number, { ending, message }: EffectEnded) {
  write(db, (tx) => {
    if (!heldBy(tx, job, owner)) return;
    if ("state" in ending) settle(tx, job, ending.state, now, message);
    else defer(tx, job, ending, message);
  });
}

/** Whoever lost the job meanwhile must not go on: another may be at it already, or this very worker, which gave it up and took it again. */
function markSending(db: Database, job: Job, owner: string) {
  write(db, (tx) => {
    const held = heldBy(tx, job, owner);
    const isSameClaim = held?.attempts === job.attempts && held.leaseUntil === job.leaseUntil;
    if (!isSameClaim) throw new Error("Another took the job over");
    tx.update(outbox).set({ state: "sending" }).where(eq(outbox.id, job.id)).run();
  });
}

function expiry(signal: AbortSignal) {
  return new Promise<never>((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
}

function reasonOf(error: unknown) {
  return (error instanceof Error ? error.message : String(error)).slice(0, 1_000);
}
