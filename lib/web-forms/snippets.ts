import { t } from "@/lib/i18n/words";
import { shownFields, type Uses } from "./rules";

type Shown = { title: string; fields: Uses; address: string };

/** Our page in a frame of theirs. With the whole address of the page it stands on, the campaign in it is kept. */
export function frameSnippet({ title, address }: Shown): string {
  return `<iframe src="${address}?embed" title="${attribute(title)}" width="100%" height="720" style="border:0" referrerpolicy="no-referrer-when-downgrade"></iframe>`;
}

/** A form of their own that sends to ours: what comes by it is looked at first, since nothing says when it was drawn. */
export function formSnippet({ fields, address }: Shown): string {
  const asked = ["name" as const, ...shownFields(fields)];
  const lines = asked.map((field) => {
    const must = field === "name" || fields[field] === "required" ? " required" : "";
    const box = field === "message" ? `<textarea name="message" rows="5"${must}></textarea>` : `<input name="${field}"${kind(field)}${must}>`;
    return `  <p><label>${t(`web_forms.asked.${field}`)}<br>${box}</label></p>`;
  });
  const trap = `  <p hidden><label>${t("web_forms.trap")}<input name="website" tabindex="-1" autocomplete="off"></label></p>`;
  return [
    `<form method="post" action="${address}" accept-charset="utf-8">`,
    ...lines,
    trap,
    `  <p><button>${t("web_forms.send")}</button></p>`,
    "</form>",
  ].join("\n");
}

function kind(field: string): string {
  return field === "email" ? ' type="email"' : field === "phone" ? ' type="tel"' : "";
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
