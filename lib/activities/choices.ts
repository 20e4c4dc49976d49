import type { Scope } from "@/lib/access/scope";
import { t } from "@/lib/i18n/words";
import { filterOwners, groupOptions } from "@/lib/settings/queries";

export type ActivityOwnerChoice = { value: number | string; label: string; group?: string };

/** Whose activities the list offers beside one's own: everybody's, a group's people's, a colleague's. */
export function activityOwnerChoices(scope: Scope): ActivityOwnerChoice[] {
  return [{ value: "all", label: t("activities.everybodys") }, ...calendarOwners(scope)];
}

/** A colleague, or a group's people. */
export function calendarOwners(scope: Scope): ActivityOwnerChoice[] {
  return [...filterOwners(scope), ...groupOptions(scope).map(({ value, label }) => ({ value: `g${value}`, label, group: t("accounts.groups") }))];
}
