import { hidesColumn } from "@/lib/access/hidden";
import type { Viewer } from "@/lib/access/viewer";
import { isDay } from "@/lib/core/dates";
import { closedLists, type FieldChange, fieldWord } from "@/lib/events/changes";
import type { ToldEvent } from "@/lib/events/event-entries";
import { canonical } from "@/lib/events/record";
import { formatDate } from "@/lib/i18n/format";
import { isMessageKey, t } from "@/lib/i18n/words";
import { isRuleKey } from "@/lib/required/rules";
import { ruleText } from "@/lib/required/text";
import type { Names } from "./names";

type Told = Pick<ToldEvent, "subjectKind" | "before" | "after">;

/** All that a deed wrote: of a change each field before and after, of what began or ended what it held. Fields the viewer does not see are not told. */
export function changesIn({ subjectKind, before, after }: Told, viewer: Viewer, names: Names): FieldChange[] {
  const fields = Object.keys({ ...before, ...after }).filter((name) => !hidesColumn(viewer, name) && canonical(before?.[name]) !== canonical(after?.[name]));
  const said = new Map<string, FieldChange>();
  const unsaid: string[] = [];
  for (const name of fields) {
    const field = labelOf(subjectKind, name);
    const change = { name, was: before?.[name], is: after?.[name] };
    if (field === undefined) {
      if (before && after && !name.endsWith("Key")) unsaid.push(name);
    } else if (!said.has(field)) said.set(field, { field, text: before && after ? edited(field, change, names) : held(field, change, names) });
  }
  const texts = [...said.values()].filter(({ text }) => text !== "");
  return unsaid.length === 0 ? texts : [...texts, { field: t("audit.other_data"), text: `${t("audit.other_data")}: ${unsaid.join(", ")}` }];
}

type Change = { name: string; was: unknown; is: unknown };

function edited(field: string, { name, was, is }: Change, names: Names): string {
  if (Array.isArray(was) && Array.isArray(is)) return bothLists(field, texts(name, was, names), texts(name, is, names));
  const [old, fresh] = [valueText(name, was, names), valueText(name, is, names)];
  return old === undefined || fresh === undefined ? t("events.changed", { field }) : t("events.change", { field, before: old, after: fresh });
}

/** Of long lists what came and what went says more than both whole. */
function bothLists(field: string, was: string[], is: string[]): string {
  const [gone, come] = [was.filter((one) => !is.includes(one)), is.filter((one) => !was.includes(one))];
  const parts = [come.length > 0 && t("audit.added", { values: come.join(", ") }), gone.length > 0 && t("audit.removed", { values: gone.join(", ") })];
  const said = parts.filter(Boolean).join("; ");
  return said === "" ? t("events.changed", { field }) : `${field}: ${said}`;
}

function held(field: string, { name, was, is }: Change, names: Names): string {
  const value = is ?? was;
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return "";
  const text = valueText(name, value, names);
  return text === undefined ? "" : `${field}: ${text}`;
}

function valueText(name: string, value: unknown, names: Names): string | undefined {
  if (closedLists.has(name)) return undefined;
  if (value === null || value === undefined || value === "") return t("events.blank");
  if (typeof value === "boolean") return value ? t("app.yes") : t("app.no");
  if (Array.isArray(value)) return value.length === 0 ? t("events.blank") : texts(name, value, names).join(", ");
  if (typeof value === "number") return named(name, value, names);
  if (typeof value !== "string") return undefined;
  if (name.includes(".")) return word("reaches", value);
  return isDay(value) ? formatDate(value) : value.length > longest ? `${value.slice(0, longest)}…` : value;
}

const longest = 200;

function texts(name: string, values: unknown[], names: Names): string[] {
  return values.map((value) => {
    if (name === "requiredFields" && typeof value === "string" && isRuleKey(value)) return ruleText(value);
    if (name === "hiddenFields" || name === "offModules") return word(name === "offModules" ? "modules" : "hidden_fields", value);
    return (typeof value === "number" ? named(name, value, names) : undefined) ?? (typeof value === "object" ? JSON.stringify(value) : String(value));
  });
}

const called: Record<string, keyof Names> = {
  ...{ ownerId: "users", memberIds: "users", roleId: "roles", parentId: "roles", profileIds: "profiles" },
  ...{ groupId: "groups", groupIds: "groups", ownerGroupId: "groups" },
};

/** Numbers of other records, and minor units, say nothing by themselves. */
function named(name: string, id: number, names: Names): string | undefined {
  const noun = called[name];
  return noun && (names[noun].get(id) ?? `#${id}`);
}

/** A profile's rights are kept each under its module and verb. */
function labelOf(kind: string, name: string): string | undefined {
  const [module, verb] = name.split(".");
  return verb === undefined ? fieldWord(kind, name) : `${word("modules", module)} · ${word("verbs", verb)}`;
}

function word(group: "modules" | "verbs" | "reaches" | "hidden_fields", name: unknown): string {
  const key = `access.${group}.${name}`;
  return isMessageKey(key) ? t(key) : String(name);
}
