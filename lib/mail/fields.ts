import type { MailKind } from "@/db/vocabulary";
import { RuleError } from "@/lib/core/errors";
import { fold } from "@/lib/core/text";
import { cleanLine, cleanText, longestSubject, longestText } from "./clean";

export const mailFields = ["customer", "contact", "number", "date", "total", "balance", "due_on", "valid_until", "company", "seller"] as const;
export type MailField = (typeof mailFields)[number];
export type MailValues = Partial<Record<MailField, string>>;

/** As people write them, in either language. The first is the one the picker shows. */
const names: Record<MailField, { es: string; en: string }> = {
  customer: { es: "cliente", en: "customer" },
  contact: { es: "contacto", en: "contact" },
  number: { es: "folio", en: "number" },
  date: { es: "fecha", en: "date" },
  total: { es: "total", en: "total" },
  balance: { es: "saldo", en: "balance" },
  due_on: { es: "vencimiento", en: "due" },
  valid_until: { es: "vigencia", en: "valid until" },
  company: { es: "empresa", en: "company" },
  seller: { es: "ejecutivo", en: "seller" },
};

const always: MailField[] = ["customer", "contact", "company", "seller"];
const ofPaper: MailField[] = [...always, "number", "date", "total"];
const fieldsByKind: Record<MailKind, MailField[]> = {
  account: [...always, "balance"],
  contact: always,
  prospect: always,
  quote: [...ofPaper, "valid_until"],
  order: ofPaper,
  invoice: [...ofPaper, "balance", "due_on"],
  receipt: ofPaper,
};

const place = /\{\{([^{}]*)\}\}/g;

/** What the picker of a kind offers: each field as it is written between braces. */
export function fieldsOf(kind: MailKind, locale: "es" | "en"): { field: MailField; written: string }[] {
  return fieldsByKind[kind].map((field) => ({ field, written: `{{${names[field][locale]}}}` }));
}

/** The text with what is known in place of each field. Throws on a field that its kind does not have. */
export function filled(kind: MailKind, text: string, values: MailValues, at = ""): string {
  return text.replace(place, (_whole, name: string) => values[known(kind, name, at)] ?? "");
}

/** Both texts of a mail with what is known in them. Throws at the one that is then longer than a mail takes: nothing of what somebody wrote is cut off. */
export function filledWhole(kind: MailKind, { subject, text }: Record<"subject" | "text", string>, values: MailValues): Record<"subject" | "text", string> {
  const whole = { subject: filled(kind, subject, values, "subject"), text: filled(kind, text, values, "text") };
  if (lengthOf(cleanLine(whole.subject, Number.POSITIVE_INFINITY)) > longestSubject)
    throw new RuleError("mails.subject_too_long", "subject", { max: longestSubject });
  if (lengthOf(cleanText(whole.text)) > longestText) throw new RuleError("mails.text_too_long", "text", { max: longestText });
  return whole;
}

/** In characters, as people and the database count them. */
function lengthOf(text: string): number {
  return [...text].length;
}

export function requireKnownFields(kind: MailKind, texts: Record<string, string>) {
  for (const [at, text] of Object.entries(texts)) filled(kind, text, {}, at);
}

function known(kind: MailKind, name: string, at: string): MailField {
  const asked = fold(name).trim().replace(/[ _]+/g, " ");
  const field = fieldsByKind[kind].find((one) => names[one].es === asked || names[one].en === asked);
  if (field === undefined) throw new RuleError("mails.unknown_field", at, { field: `{{${name.slice(0, 40)}}}` });
  return field;
}
