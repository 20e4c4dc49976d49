import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";

type Page = { title: string; sentence: string; link: { href: string; label: string }; refreshSeconds?: number };

/** A whole page without styles or scripts, for handlers that answer with a file and have none to give. */
export function plainPage({ title, sentence, link, refreshSeconds }: Page): string {
  const refresh = refreshSeconds === undefined ? "" : `<meta http-equiv="refresh" content="${refreshSeconds}">`;
  return `<!doctype html>
<html lang="${current().locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">${refresh}<title>${escaped(title)} · ${escaped(t("app.name"))}</title></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(sentence)}</p><p><a href="${escaped(link.href)}">${escaped(link.label)}</a></p></main></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
