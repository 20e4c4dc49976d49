import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/open";
import { submissions } from "@/db/schema";
import { isBusy, type StorageTrouble, storageTrouble } from "@/db/storage";
import { write } from "@/db/write";
import { admits } from "@/lib/access/admit";
import { explainRefusal, type Refusal } from "@/lib/access/explain";
import { type ActionEvent, actions } from "@/lib/access/registry";
import { type Scope, scopeFor } from "@/lib/access/scope";
import { onlyLooks } from "@/lib/access/seeing";
import type { Viewer } from "@/lib/access/viewer";
import { RuleError } from "@/lib/core/errors";
import { actorOf, type Change, recordEvent } from "@/lib/events/record";
import { requireAsked } from "@/lib/required/lacking";
import type { Said } from "@/lib/required/questions";
import { tellMentionedIn } from "./mentions";

type Sync<T> = T extends PromiseLike<unknown> ? never : T;

export type Context<Input, Subject> = { tx: Transaction; scope: Scope; viewer: Viewer; input: Input; subject: Subject; now: number; today: string };

export type Next = { to: string; notice?: string; values?: Record<string, string | number> };

/** One deed, whole: how its input reads, on what, who may, what changes, and where to go after. */
export type Operation<Shape extends z.ZodType, Subject, Result extends Change> = {
  event: ActionEvent;
  form: Shape;
  subject: (scope: Scope, input: z.output<Shape>) => Subject | undefined;
  allow: (viewer: Viewer, subject: Subject) => boolean;
  run: (context: Context<z.output<Shape>, Subject>) => Sync<Result>;
  next: (result: Result, input: z.output<Shape>) => Next;
};

export type Outcome<Subject = unknown> =
  | { kind: "done"; to: string; submission: string; eventId: number | null }
  | { kind: "missing" }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "conflict"; subject: Subject }
  | { kind: "rule"; error: RuleError }
  | { kind: "storage"; trouble: StorageTrouble };

export type Performance<Input> = { db: Database; viewer: Viewer; input: Input; now: number; submission: string; version?: number; source?: string };

/** Find, permit, do and remember, all in one transaction: nobody can slip in between the check and the change.
 *  A repeated submission gets the first answer and changes nothing; a refused one is not used up. */
export function perform<Shape extends z.ZodType, Subject, Result extends Change>(
  operation: Operation<Shape, Subject, Result>,
  { db, viewer, input, now, submission, version, source }: Performance<z.output<Shape>>,
): Outcome<Subject> {
  if (onlyLooks(viewer)) return { kind: "refused", refusal: { reason: "only_looking" } };
  try {
    return write(db, (tx): Outcome<Subject> => {
      const scope = scopeFor(viewer, tx);
      const repeated = answered(scope, submission, operation.event);
      if (repeated) return repeated;

      const policy = actions[operation.event];
      if (!admits(policy, viewer)) return { kind: "refused", refusal: explainRefusal(viewer, policy) };
      const subject = operation.subject(scope, input);
      if (subject === undefined) return { kind: "missing" };
      if (!operation.allow(viewer, subject)) return { kind: "refused", refusal: explainRefusal(viewer, policy) };
      if (isStale(subject, version)) return { kind: "conflict", subject };

      requireAsked(tx, { event: operation.event, viewer, said: input as object as Said, subject });
      const result: Result = operation.run({ tx, scope, viewer, input, subject, now, today: viewer.today });
      tellMentionedIn(tx, viewer, operation.event, result, now);
      const eventId = recordEvent(tx, { viewer, name: operation.event, change: result, at: now, source });
      const next = operation.next(result, input);
      remember(tx, { viewer, submission, event: operation.event, next, eventId, now });
      return { kind: "done", to: next.to, submission, eventId };
    });
  } catch (error) {
    if (error instanceof RuleError) return { kind: "rule", error };
    if (isBusy(error)) return { kind: "rule", error: new RuleError("busy") };
    const trouble = storageTrouble(error);
    if (trouble) console.error(error);
    if (trouble) return { kind: "storage", trouble };
    throw error;
  }
}

/** The first answer to this submission. An id that already stood for another deed is a form out of date. */
function answered(scope: Scope, submission: string, event: ActionEvent): Outcome<never> | undefined {
  const { submissions: mine } = scope;
  const first = scope.select().from(mine).where(eq(mine.id, submission)).get();
  if (first && first.event !== event) throw new RuleError("stale_form");
  return first && { kind: "done", to: first.location, submission, eventId: first.eventId };
}

function isStale(subject: unknown, version: number | undefined): boolean {
  return version !== undefined && typeof subject === "object" && subject !== null && "version" in subject && subject.version !== version;
}

function remember(
  tx: Transaction,
  { viewer, submission, event, next, eventId, now }: { viewer: Viewer; submission: string; event: string; next: Next; eventId: number; now: number },
) {
  const { actorKind, actorId } = actorOf(viewer);
  tx.insert(submissions)
    .values({
      id: submission,
      actor: actorId === null ? actorKind : `${actorKind}:${actorId}`,
      event,
      location: next.to,
      notice: next.notice ?? null,
      noticeValues: next.values ?? null,
      eventId,
      createdAt: now,
    })
    .run();
}
