import { hidesColumn } from "@/lib/access/hidden";
import type { Viewer } from "@/lib/access/viewer";
import { isDay } from "@/lib/core/dates";
import { formatDate } from "@/lib/i18n/format";
import { isMessageKey, type MessageKey, t } from "@/lib/i18n/words";
import type { ToldEvent } from "./event-entries";
import type { Entry } from "./timeline";

/** One field of an edit in words; without values when they would say nothing to a reader. */
export type FieldChange = { field: string; text: string };
export type Told = Entry | { sortValue: number; id: number; edits: ToldEvent[] };

/** Edits that follow one another on the same record by the same person tell themselves as one. */
export function folded(entries: readonly Entry[]): Told[] {
  const told: Told[] = [];
  for (const entry of entries) {
    const last = told.at(-1);
    if (!("event" in entry) || !entry.event.name.endsWith(".edited")) told.push(entry);
    else if (last && "edits" in last && isSameHand(last.edits[0]!, entry.event)) last.edits.push(entry.event);
    else told.push({ sortValue: entry.sortValue, id: entry.id, edits: [entry.event] });
  }
  return told;
}

/** The fields a run of edits changed, from its oldest value to its newest; fields the viewer does not see are not told. */
export function changesOf(edits: readonly ToldEvent[], viewer: Viewer): FieldChange[] {
  const fields = new Map<string, { before: unknown; after: unknown }>();
  for (const { before, after } of edits.toReversed()) {
    for (const field of Object.keys({ ...before, ...after })) {
      if (hidesColumn(viewer, field)) continue;
      fields.set(field, { before: fields.has(field) ? fields.get(field)!.before : before?.[field], after: after?.[field] });
    }
  }
  const kind = edits[0]!.subjectKind;
  return [...fields].flatMap(([name, { before, after }]) => {
    const field = fieldWord(kind, name);
    return field === undefined ? [] : [{ field, text: closedLists.has(name) ? t("events.changed", { field }) : changeText(field, before, after) }];
  });
}

function isSameHand(one: ToldEvent, other: ToldEvent): boolean {
  return one.subjectKind === other.subjectKind && one.subjectId === other.subjectId && one.actorKind === other.actorKind && one.actorId === other.actorId;
}

/** Where each kind has the labels of its form; papers have theirs together. */
const labels: Record<string, string> = {
  ...{ account: "accounts.fields", contact: "contacts.fields", prospect: "prospects.fields", activity: "activities.fields", catalog_item: "catalog.fields" },
  ...{ user: "users.fields", group: "users.fields", role: "users.fields", profile: "users.fields", company: "settings", origin: "origins.fields" },
  ...{
    web_form: "web_forms.fields",
    mail_server: "mails.server",
    mail_template: "mails.fields",
    tax: "settings.tax_fields",
    picklist_option: "settings.list_fields",
    view: "lists.fields",
  },
};
export const closedLists = new Set(["personType", "phoneUse", "emailUse", "addressUse", "status", "kind"]);
const otherwise: Record<string, string> = { region: "division", issuedOn: "date", startsAt: "date", profileIds: "profiles", groupIds: "groups" };
/** Whose label stands elsewhere. */
const ofTheirOwn: Record<string, MessageKey> = {
  ...{
    tags: "app.tags",
    isAdmin: "users.administers",
    memberIds: "users.group_members",
    hiddenFields: "users.hidden_fields",
    offModules: "modules.switched_off",
  },
};

/** The label of a column on its form; kept keys and stamps have none and are not told. */
export function fieldWord(kind: string, column: string): string | undefined {
  const own = kind === "role" && column === "parentId" ? "users.role_parent" : ofTheirOwn[column];
  if (own) return t(own);
  const name = (otherwise[column] ?? column.replace(/(?<!tax)Id$/, "")).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const key = `${labels[kind] ?? "documents.fields"}.${name}`;
  return isMessageKey(key) ? t(key) : undefined;
}

function changeText(field: string, before: unknown, after: unknown): string {
  const [old, fresh] = [valueText(before), valueText(after)];
  return old === undefined || fresh === undefined ? t("events.changed", { field }) : t("events.change", { field, before: old, after: fresh });
}

/** Numbers are other records or minor units, which say nothing by themselves. */
function valueText(value: unknown): string | undefined {
  if (value === null || value === undefined || value === "") return t("events.blank");
  if (typeof value === "boolean") return value ? t("app.yes") : t("app.no");
  if (Array.isArray(value)) return value.length === 0 ? t("events.blank") : value.join(", ");
  if (typeof value !== "string") return undefined;
  return isDay(value) ? formatDate(value) : value.length > 80 ? `${value.slice(0, 80)}…` : value;
}
