import type { Scope } from "@/lib/access/scope";
import { accountChoices } from "@/lib/accounts/queries";
import { catalogChoices } from "@/lib/catalog/queries";
import { contactChoices } from "@/lib/contacts/queries";
import { divisionNames } from "@/lib/i18n/division-names";
import { prospectChoices } from "@/lib/prospects/choices";
import type { FormState } from "./form-state";

/** `fill` is what choosing it writes in the other fields of its row. */
export type Choice = { id: number | string; label: string; hint?: string; fill?: Record<string, string[]> };
type Source = (scope: Scope, text: string) => Choice[];

const sources: Record<string, Source> = { accounts: accountChoices, catalog: catalogChoices, contacts: contactChoices, prospects: prospectChoices };

/** Which list a field picks from, by the last word of its name. */
const fields: Record<string, string> = { accountId: "accounts", contactId: "contacts", itemId: "catalog", prospectId: "prospects" };

/** Each open picker is a search; a form that asks for more is nobody's. */
const mostPickers = 100;

export function choicesFrom(from: string): Source | undefined {
  return Object.hasOwn(sources, from) ? sources[from] : undefined;
}

/** What «Buscar» answers, and any field with a text and no record chosen: choices beside it, one JSON text each. */
export function withChoices(scope: Scope, values: FormState["values"], pressed: FormDataEntryValue | null): FormState["values"] {
  const asked = Object.keys(values)
    .filter((name) => name.endsWith(".text"))
    .slice(0, mostPickers);
  const offered = asked.flatMap((name): [string, string[]][] => {
    const field = name.replace(/\.text$/, "");
    const source = choicesFrom(fields[field.split(".").at(-1)!] ?? "");
    const text = values[name]?.[0]?.trim() ?? "";
    const isAsked = field === pressed || (text !== "" && !values[field]?.[0]);
    return source && isAsked ? [[`${field}.choices`, source(scope, text).map((choice) => JSON.stringify(choice))]] : [];
  });
  return { ...values, ...Object.fromEntries(offered), ...divisionsAsked(values) };
}

/** Beside a region the divisions of the country typed with it. */
function divisionsAsked(values: FormState["values"]): FormState["values"] {
  const countries = Object.keys(values)
    .filter((name) => name.split(".").at(-1) === "country")
    .slice(0, mostPickers);
  return Object.fromEntries(countries.map((name) => [name.replace(/country$/, "region.choices"), divisionNames(values[name]?.[0]?.trim())]));
}
