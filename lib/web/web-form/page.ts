import type { WebFormField } from "@/db/vocabulary";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import { asksAnyContact, shownFields, type Uses } from "@/lib/web-forms/rules";
import type { Typed } from "./answer";
import { html, Markup } from "./html";

export type Head = { company: string; phone: string | null; email: string | null; logo?: string };
type Frame = { head: Head; title: string; isEmbedded: boolean };

/** Everything of a page that carries no script: it is the same with and without them. */
export function wholePage({ head, title, isEmbedded }: Frame, content: Markup, hasErrors = false): string {
  const { company, phone, email, logo } = head;
  const page = html`<!doctype html>
<html lang="${current().locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${hasErrors && `${t("forms.error_prefix")} `}${title} · ${company}</title><link rel="stylesheet" href="/web-form.css"></head>
<body${isEmbedded ? html` class="embedded"` : ""}>
<header>${logo ? html`<img src="${logo}" alt="">` : ""}<p>${company}</p></header>
<main>
${content}
</main>
${(phone || email) && html`<footer>${phone && html`<a href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a>`} ${email && html`<a href="mailto:${email}">${email}</a>`}</footer>`}
</body>
</html>
`;
  return page.text;
}

type Drawn = {
  title: string;
  intro: string | null;
  uses: Uses;
  action: string;
  /** Which drawing it is, and where whoever fills it in came from. */
  hidden: Typed;
  typed: Typed;
  errors: Record<string, string>;
};

/** The form itself; what was refused keeps what was typed, with each reason at its field. */
export function formMarkup({ title, intro, uses, action, hidden, typed, errors }: Drawn): Markup {
  const fields = ["name" as const, ...shownFields(uses)];
  const isRequired = (field: Field) => field === "name" || uses[field] === "required";
  const isEither = (field: Field) => asksAnyContact(uses) && isContact(field);
  const isLone = asksAnyContact(uses) && (uses.phone === "hidden" || uses.email === "hidden");
  return html`<h1>${title}</h1>
${intro && html`<p class="intro">${intro}</p>`}
${summary(errors)}
<form method="post" action="${action}" novalidate>
${fields.map((field) => {
  const note = isRequired(field) || (isLone && isContact(field)) ? undefined : t(isEither(field) ? "web_forms.either" : "web_forms.optional");
  return fieldMarkup(field, { value: typed[field] ?? "", error: errors[field], note });
})}
<p class="more" aria-hidden="true"><label for="website">${t("web_forms.trap")}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></p>
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p><button>${t("web_forms.send")}</button></p>
</form>`;
}

export function saidMarkup(title: string, text: string, link?: { href: string; label: string }): Markup {
  return html`<h1>${title}</h1>
<p class="intro" role="status">${text}</p>
${link && html`<p><a href="${link.href}" target="_top">${link.label}</a></p>`}`;
}

type Field = "name" | WebFormField;

const kinds: Record<Field, string> = {
  name: 'autocomplete="name"',
  company: 'autocomplete="organization"',
  phone: 'type="tel" inputmode="tel" autocomplete="tel"',
  email: 'type="email" inputmode="email" autocomplete="email" autocapitalize="none" spellcheck="false"',
  region: 'autocomplete="address-level1"',
  subject: 'autocomplete="off"',
  message: "",
};

const isContact = (field: Field) => field === "phone" || field === "email";

/** `note` says of a field that it may be left empty. */
function fieldMarkup(field: Field, { value, error, note }: { value: string; error: string | undefined; note: string | undefined }): Markup {
  const told = error ? html` aria-invalid="true" aria-describedby="${field}-error"` : "";
  const marks = html`id="${field}" name="${field}"${note === undefined ? html` aria-required="true"` : ""}${told}`;
  const box =
    field === "message"
      ? html`<textarea ${marks} rows="5">
${value}</textarea>`
      : html`<input ${marks} ${new Markup(kinds[field])} value="${value}">`;
  return html`<p><label for="${field}">${t(`web_forms.asked.${field}`)}${note && html` <small>${note}</small>`}</label>${error && html`<span class="error" id="${field}-error">${error}</span>`}${box}</p>
`;
}

function summary(errors: Record<string, string>): Markup | "" {
  const entries = Object.entries(errors);
  if (entries.length === 0) return "";
  const line = ([field, sentence]: [string, string]) =>
    html`<li>${field === "" ? sentence : html`<a href="#${field}">${t(`web_forms.asked.${field as Field}`)}: ${sentence}</a>`}</li>`;
  return html`<div class="summary" role="alert"><h2>${t("forms.summary")}</h2><ul>${entries.map(line)}</ul></div>`;
}
