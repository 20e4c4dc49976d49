import { withoutHidden } from "@/lib/access/hidden";
import type { ActionEvent } from "@/lib/access/registry";
import type { Scope } from "@/lib/access/scope";
import { fieldLabel } from "./field-label";
import { fieldText } from "./field-text";
import type { FormState } from "./form-state";

/** What a form says besides the fields of its record. */
const passing = [
  "id",
  "setsPoints",
  "setsAddresses",
  "saveTaxIdAnyway",
  "saveDuplicateAnyway",
  "saveOverlapAnyway",
  "appliesTo",
  "calendar",
  "fromList",
] as const;
type Passing = (typeof passing)[number];

/** A record as its own form would say it: each field that form posts, or it does not compile. Undefined is not compared. */
export type Stored<Input> = Record<Exclude<keyof Input, Passing>, unknown>;

type Sides = { event: ActionEvent; stored: Record<string, unknown>; input: object; typed: FormState["values"]; texts?: Record<string, string> };

/** Each posted field that would change what somebody else has just saved, in words. */
export function bothVersions(scope: Scope, { event, stored, input, typed, texts = {} }: Sides): NonNullable<FormState["conflict"]> {
  const seen = withoutHidden(scope.viewer, stored);
  const posted = Object.entries(input).filter(([field, value]) => seen[field] !== undefined && isCompared(field, value, { input, typed }));
  return posted.flatMap(([field, value]) => {
    const theirs = fieldText(scope, event, field, seen[field]);
    const yours = texts[field] ?? fieldText(scope, event, field, value);
    // Two colleagues may be called alike.
    const isOther = typeof value === "number" && value !== seen[field];
    return theirs === yours && !isOther ? [] : [{ label: fieldLabel(event, field), theirs, yours }];
  });
}

/** A field that the form did not show stays as it is; boxes and rows that were all taken away are not sent. */
function isCompared(field: string, value: unknown, { input, typed }: Pick<Sides, "input" | "typed">): boolean {
  if ((passing as readonly string[]).includes(field)) return false;
  const said: Record<string, unknown> = { ...input };
  if (Array.isArray(value)) return said[`sets${field[0]!.toUpperCase()}${field.slice(1)}`] !== false;
  // A group is said in the list of colleagues.
  return typeof value === "boolean" || (field === "ownerGroupId" ? "ownerId" : field) in typed;
}
