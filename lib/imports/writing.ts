import type { z } from "zod";
import type { Transaction } from "@/db/open";
import type { ActionEvent } from "@/lib/access/registry";
import type { Scope } from "@/lib/access/scope";
import type { StaffViewer } from "@/lib/access/viewer";
import { RuleError, RuleErrors } from "@/lib/core/errors";
import { type Change, recordEvent } from "@/lib/events/record";
import { lackingIn, rulesOf } from "@/lib/required/lacking";
import type { Reason } from "./cells";

/** On whose behalf rows are written, what they see, and what binds the rows together. `country` is for rows that name none. */
export type Importer = { viewer: StaffViewer; scope: Scope; batchId: string; country: string; now: number };

/** What became of a row. Of a changed record `reasons` tell what changes, each with the code `imports.change`. */
export type Written = { outcome: "new" | "changed" | "unchanged"; recordId: number; reasons: Reason[] };

export function remember(tx: Transaction, { viewer, batchId, now }: Importer, name: ActionEvent, change: Change) {
  recordEvent(tx, { viewer, name, change: { ...change, batchId }, at: now, source: "import" });
}

/** Throws, each at its column, what the company asks for and neither the row nor its record has. What no column fills is not asked of a file:
 *  `targets` are the columns by field, and what `values` says besides tells the kind. */
export function requireColumns(tx: Transaction, { viewer }: Importer, event: ActionEvent, values: object, targets: Record<string, string>) {
  const said = Object.fromEntries(Object.entries(values).filter(([field]) => field in targets || kindFields.has(field)));
  const lacks = lackingIn(rulesOf(tx), { event, viewer, said });
  if (lacks.length > 0) throw new RuleErrors(lacks.map(({ field }) => new RuleError("imports.asked", targets[field])));
}

const kindFields = new Set(["personType", "isSupplier", "kind"]);

/** The fields whose text would be another. */
export function changesBetween(stored: Record<string, unknown>, incoming: Record<string, unknown>) {
  return Object.entries(incoming)
    .map(([field, value]) => ({ field, was: String(stored[field] ?? ""), becomes: String(value) }))
    .filter(({ was, becomes }) => was !== becomes);
}

/** What the form people use makes of a row; its first objection refuses the row. */
export function wellFormed<Shape extends z.ZodType>(form: Shape, values: unknown): z.output<Shape> {
  const parsed = form.safeParse(values);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const field = issue.path.join(".");
  if (issue.code === "too_big" && issue.origin === "string") throw new RuleError("too_long", field, { max: Number(issue.maximum) });
  if (issue.code === "custom" && issue.params?.code === "too_many_decimals") throw new RuleError("too_many_decimals", field, { max: issue.params.limit });
  throw new RuleError("invalid", field);
}
