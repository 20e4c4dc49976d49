import { type HideableField, hideableFields } from "@/db/vocabulary";
import { grants, isHidden, isOff } from "@/lib/access/permissions";
import type { Owned, Viewer } from "@/lib/access/viewer";
import { type AskedModule, askedModules, isRuleKey, ruleParts } from "./rules";

/** What an activity is filed under. */
const aboutWhat = ["accounts", "contacts", "prospects"] as const;

/** A field that is hidden from somebody, or that they may not set, is not asked of them; nor is one of whose choices they see none, nor
 *  anything of a module that is switched off. */
export function isAskedOf(viewer: Viewer, module: AskedModule, field: string, record?: Owned): boolean {
  if (isOff(viewer, module) || (isHideable(field) && isHidden(viewer, field))) return false;
  if (field === "contactId") return grants(viewer, "contacts", "view");
  if (field === "about") return aboutWhat.some((one) => grants(viewer, one, "view"));
  return field !== "ownerId" || grants(viewer, module, "assign", record);
}

function isHideable(field: string): field is HideableField {
  return (hideableFields as readonly string[]).includes(field);
}

/** The modules whose rules somebody is shown, and so sets; those of the others stay as they are. */
export function modulesShown(viewer: Viewer): AskedModule[] {
  return askedModules.filter((module) => grants(viewer, module, "view"));
}

/** `isAskedOf` of a rule as it is kept; one that this release does not know asks nothing. */
export function isRuleAskedOf(viewer: Viewer, key: string): boolean {
  if (viewer.kind !== "staff" || !isRuleKey(key)) return false;
  const { module, field } = ruleParts(key);
  return isAskedOf(viewer, module, field);
}
