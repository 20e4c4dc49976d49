import { type HideableField, webFormFields } from "@/db/vocabulary";
import type { ActionEvent } from "@/lib/access/registry";
import type { Scope } from "@/lib/access/scope";
import { reminderText } from "@/lib/activities/reminder-text";
import { type AddressValues, addressText } from "@/lib/addresses/values";
import { pointText } from "@/lib/contact-points/values";
import { isDay } from "@/lib/core/dates";
import { countryCode, countryName } from "@/lib/i18n/countries";
import { formatDate, typedNumber } from "@/lib/i18n/format";
import { isMessageKey, t } from "@/lib/i18n/words";
import { relationAccessText } from "@/lib/portal/access";
import { isRuleKey } from "@/lib/required/rules";
import { ruleText } from "@/lib/required/text";
import { grantsText } from "@/lib/scheme/grants-text";
import type { Grant } from "@/lib/scheme/rules";
import { choiceName } from "./choice-name";

/** Where the words of a closed list stand, by the field that chooses from it. */
const lists: Record<string, string> = {
  "activity.kind": "activities.kinds",
  "catalog_item.kind": "catalog.kinds",
  "mail_template.kind": "mails.topics",
  "prospect.status": "prospects.statuses",
  personType: "accounts.person_types",
  phoneUse: "contacts.points.uses",
  emailUse: "contacts.points.uses",
  addressUse: "accounts.addresses.uses",
  colorBackground: "forms.colors",
  colorText: "forms.colors",
  color: "forms.colors",
  audience: "lists.audiences",
  priceMode: "settings.price_modes",
  locale: "users.languages",
  security: "mails.server.securities",
  repeatUnit: "activities.units",
  ...Object.fromEntries(webFormFields.map((field) => [`use${field[0]!.toUpperCase()}${field.slice(1)}`, "web_forms.uses"])),
};

const decimals = new Set(["unitPrice", "cost", "discount"]);

type Teller = (scope: Scope, value: never) => string;
/** Fields of which only their noun knows how they are told. */
const told: Record<string, Teller> = {
  points: (_scope, rows: Parameters<typeof pointText>[0][]) => rows.map(pointText).join("; "),
  addresses: (_scope, rows: AddressValues[]) => rows.map((row) => addressText({ ...row, country: row.country && codeOf(row.country) })).join("; "),
  relations: (scope, rows: Parameters<typeof relationAccessText>[1][]) => rows.map((row) => relationAccessText(scope, row)).join("; "),
  requiredFields: (_scope, keys: string[]) => keys.filter(isRuleKey).map(ruleText).join("; "),
  grants: (_scope, grants: Grant[]) => grantsText(grants),
  hiddenFields: (_scope, fields: HideableField[]) => fields.map((field) => t(`access.hidden_fields.${field}`)).join(", "),
  country: (_scope, text: string) => countryName(codeOf(text)),
  remindMinutes: (_scope, minutes: number) => reminderText(minutes),
};

/** One value of a record as a person reads it: choices by their names, days and numbers as they are written here. */
export function fieldText(scope: Scope, event: ActionEvent, field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  const teller = told[field];
  if (teller) return teller(scope, value as never);
  if (Array.isArray(value))
    return value
      .map((one) => fieldText(scope, event, field, one))
      .toSorted()
      .join(", ");
  if (typeof value === "boolean") return value ? t("app.yes") : t("app.no");
  if (typeof value === "number") return choiceName(scope, field, value) ?? String(value);
  // A browser breaks lines its own way.
  const text = String(value).replaceAll("\r\n", "\n");
  const word = `${lists[`${event.split(".")[0]}.${field}`] ?? lists[field]}.${text}`;
  if (isMessageKey(word)) return t(word);
  if (decimals.has(field)) return typedNumber(text);
  return isDay(text) ? formatDate(text) : text;
}

function codeOf(text: string): string {
  return countryCode(text) ?? text;
}
