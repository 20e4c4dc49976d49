import type { Transaction } from "@/db/open";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { isHidden } from "@/lib/access/permissions";
import { scopeFor } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { tellNamed } from "@/lib/activities/mentions";
import { actorOf, type Change, type Values } from "@/lib/events/record";
import { accountsIn, subjectsOf } from "@/lib/events/subjects";

/** What is written for colleagues, by kind of record. An activity's notes tell by themselves; a document's are for its customer. */
const noteFields: Record<string, readonly string[]> = {
  account: ["description", "internalNote"],
  contact: ["description", "internalNote"],
  prospect: ["notes", "internalNote"],
  activity: ["result"],
  quote: ["internalNote"],
  order: ["internalNote"],
  invoice: ["internalNote"],
  receipt: ["notes"],
};
/** What is put back, joined or undone was told when it was written. */
const writes = /\.(created|edited|done)$/;

/** Tells the colleagues that the notes of a record name anew. Throws when a name is two colleagues' or who bears it does not see the note. */
export function tellMentionedIn(tx: Transaction, viewer: Viewer, name: string, change: Change, now: number) {
  for (const other of change.also ?? []) tellMentionedIn(tx, viewer, other.name, other.change, now);
  const { kind, id, before, after } = change;
  if (viewer.kind !== "staff" || !writes.test(name)) return;
  const told = new Set<number>();
  for (const field of noteFields[kind] ?? []) {
    const text = textOf(after, field);
    if (!text.includes("@") || text === textOf(before, field)) continue;
    const known = ["notes", "description", ...(noteFields[kind] ?? [])].map((other) => textOf(before, other)).join("\n");
    const maySee = (userId: number) => seesNote(tx, userId, { kind, id, field, now });
    tellNamed(tx, { before: known, text, field, told }, { kind, id }, { userId: actorOf(viewer).actorId, now, maySee });
  }
}

function textOf(values: Values | null, field: string): string {
  const text = values?.[field];
  return typeof text === "string" ? text : "";
}

function seesNote(tx: Transaction, userId: number, { kind, id, field, now }: { kind: string; id: number; field: string; now: number }): boolean {
  const colleague = loadStaffViewer(tx, userId, now);
  if (!colleague || (field === "internalNote" && isHidden(colleague, field))) return false;
  const scope = scopeFor(colleague, tx);
  return kind === "account" ? accountsIn(scope, [id]).has(id) : subjectsOf(scope, [{ subjectKind: kind, subjectId: id }]).size > 0;
}
