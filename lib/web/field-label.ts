import type { Module } from "@/db/vocabulary";
import { type ActionEvent, actions, type Policy } from "@/lib/access/registry";
import { isMessageKey, type MessageKey, t } from "@/lib/i18n/words";

/** Where the words of a record's fields stand, where that is not under the fields of its module. */
const places: Record<string, string[]> = {
  company: ["access.modules", "settings", "accounts.fields"],
  tax: ["settings.tax_fields"],
  picklist_option: ["settings.list_fields"],
  mail_server: ["mails.server"],
  mail_template: ["mails.templates", "mails.fields"],
  origin: ["origins.fields"],
  relation: ["contacts.fields"],
  portal_user: ["portal"],
  web_form: ["web_forms.fields"],
};

/** Fields that their forms call otherwise than the code does. */
const otherwise: Record<string, MessageKey> = {
  tags: "app.tags",
  ownerGroupId: "lists.fields.group",
  memberIds: "users.group_members",
  isAdmin: "users.administers",
  parentId: "users.role_parent",
  hiddenFields: "users.hidden_fields",
  grants: "users.grants",
  locale: "users.fields.language",
  unitPrice: "catalog.fields.price",
  taxIds: "catalog.fields.taxes",
  endTime: "activities.fields.ends_at",
  endDate: "activities.last_day",
  remindMinutes: "activities.fields.reminder",
  repeatUnit: "activities.repeat_unit",
  repeatEvery: "activities.repeat_every",
  repeatUntil: "activities.repeat_until",
  filesRoomMb: "attachments.room",
  allowsLooseContacts: "settings.loose_contacts",
  "company.name": "settings.trade_name",
  "prospect.accountId": "prospects.fields.existing_account",
  "portal_user.email": "portal.user",
  "portal_user.relations": "portal.has_access",
};

/** What a form calls the field; without a word of its own, the field's name. */
export function fieldLabel(event: ActionEvent, field: string): string {
  const noun = event.split(".")[0]!;
  const called = otherwise[`${noun}.${field}`] ?? otherwise[field];
  if (called) return t(called);
  const name = (field === "region" ? "division" : field.replace(/(?<!tax)Id(s?)$/, "$1")).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const key = [...(places[noun] ?? []), `${moduleOf(event)}.fields`, "documents.fields", "lists.fields"].map((place) => `${place}.${name}`).find(isMessageKey);
  return key ? t(key) : field;
}

/** The module an event belongs to, which is also where its words stand; files hang on records of every module. */
function moduleOf(event: ActionEvent): Module | undefined {
  const policy: Policy = actions[event];
  return typeof policy === "string" ? undefined : policy.module;
}
