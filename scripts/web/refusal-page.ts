import { refusals as en } from "@/lib/i18n/en/refusals";
import { refusals as es } from "@/lib/i18n/es/refusals";
import type { Locale } from "@/lib/i18n/keys";

const words = { es, en };

const reasons = {
  400: "unreadable",
  403: "foreign",
  405: "operation",
  408: "slow",
  409: "outdated",
  411: "unmeasured",
  413: "too_big",
  414: "long_address",
  421: "unknown_host",
  431: "headers_too_big",
  500: "failed",
  503: "busy",
} as const;

/** A whole page without scripts or styles, for when no page of the application may be drawn. */
export function refusalPage(status: number, locale: Locale, id?: string) {
  const said = words[locale];
  const { title, text } = said[isKnown(status) ? reasons[status] : "failed"];
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Cartera</title></head>
<body><main><h1>${title}</h1><p>${text}</p>${id ? `<p>${said.reference.replace("{id}", id)}</p>` : ""}<p><a href="/">${said.home}</a></p></main></body>
</html>
`;
}

function isKnown(status: number): status is keyof typeof reasons {
  return status in reasons;
}
