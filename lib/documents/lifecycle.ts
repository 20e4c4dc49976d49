import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { documents } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import { t } from "@/lib/i18n/words";
import type { By, Row } from "./draft";
import { kinds, type SalesKind } from "./kinds";
import { hasLiveLinks } from "./links";
import { keepProspect } from "./prospect";
import type { Document } from "./queries";
import { allows } from "./rules";

/** Throws, naming the state it is in, when `verb` does not lead on from there or a newer version took its place. */
export function requireAllowed(document: Document, verb: string) {
  const kind = document.kind as SalesKind;
  if (!document.isCurrent) throw new RuleError("documents.replaced");
  if (!allows(kind, verb, document.status))
    throw new RuleError("documents.not_in_this_status", "", { status: t(`documents.statuses.${kind}.${document.status}`) });
}

/** Moves a document along by one of its kind's transitions. */
export function moveDocument(tx: Transaction, document: Document, verb: string, changes: Partial<Row>, by: By): Row {
  requireAllowed(document, verb);
  const after = tx
    .update(documents)
    .set({ ...changes, status: kinds[document.kind as SalesKind].transitions[verb]!.to, updatedAt: by.now, version: document.version + 1 })
    .where(eq(documents.id, document.id))
    .returning()
    .get();
  keepProspect(tx, document.prospectId);
  return after;
}

/** Its number stays taken. Throws when something came of it that still counts. */
export function voidDocument(tx: Transaction, document: Document, reason: string, by: By): Row {
  requireAllowed(document, "void");
  if (hasLiveLinks(tx, document.lines)) throw new RuleError("documents.has_deliveries");
  return moveDocument(tx, document, "void", { reason, voidedAt: by.now }, by);
}

export function requireComplete(document: Document) {
  if (document.lines.length === 0) throw new RuleError("documents.no_lines");
}
