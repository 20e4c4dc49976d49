import { eq } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { isMessageKey, t } from "@/lib/i18n/words";
import { findTrashed } from "@/lib/trash/found";
import { canRestore } from "@/lib/trash/policy";
import { type TrashRef, trashKinds } from "@/lib/trash/rules";

const parameter = "aviso";

/** Where to go after a deed, with the key to the line that says what happened. */
export function noticeAddress(to: string, submission: string): string {
  const [path = "/", hash] = to.split("#");
  return `${path}${path.includes("?") ? "&" : "?"}${parameter}=${submission}${hash === undefined ? "" : `#${hash}`}`;
}

/** What happened, and what can be brought back at a press where it was thrown away. */
export type Noted = { text: string; trashed?: TrashRef & { isSeries: boolean } };

/** For whoever did it; nothing for anybody else who opens the same address. */
export function noticeOf(scope: Scope, searchParams: Record<string, string | string[] | undefined>): Noted | undefined {
  const key = searchParams[parameter];
  if (typeof key !== "string") return undefined;
  const { submissions } = scope;
  const row = scope.select().from(submissions).where(eq(submissions.id, key)).get();
  if (!row?.notice || !isMessageKey(row.notice)) return undefined;
  return { text: t(row.notice, row.noticeValues ?? {}), trashed: row.event.endsWith(".trashed") ? trashedBy(scope, row.eventId) : undefined };
}

/** Of several times of a series all come back together. */
function trashedBy(scope: Scope, eventId: number | null): Noted["trashed"] {
  const { events } = scope;
  const deed = eventId === null ? undefined : scope.select().from(events).where(eq(events.id, eventId)).get();
  const kind = trashKinds.find((one) => one === deed?.subjectKind);
  const isSeries = kind === "activity" && deed?.batchId !== null;
  if (!kind || !deed?.subjectId || (deed.batchId !== null && !isSeries)) return undefined;
  const found = findTrashed(scope, { kind, id: deed.subjectId });
  return found && canRestore[kind](scope.viewer, found) ? { kind, id: found.id, isSeries } : undefined;
}
