import { z } from "zod";
import { countryCode } from "@/lib/i18n/countries";
import { type ColumnType, folding } from "./columns";
import { type NumberFormat, readBoolean, readNumber } from "./values";

export type Reason = { field: string; code: string; values?: Record<string, string | number> };
type Read = { value: string } | { code: string };

/** One cell as its column's type understands it, or the code of why not. Empty cells never come here. */
export function readCell(type: ColumnType, text: string, numberFormat: NumberFormat): Read {
  switch (type) {
    case "text":
      return { value: oneLine(text) };
    case "longText":
      return { value: text.replaceAll(control, " ") };
    case "number":
      return known(readNumber(text, numberFormat), "imports.bad_number");
    case "boolean":
      return known(readBoolean(text)?.toString(), "imports.bad_boolean");
    case "email":
      return known(z.email().max(254).safeParse(text).data, "imports.bad_email");
    case "website":
      return known(website(text), "imports.bad_website");
    case "country":
      return known(countryCode(text), "imports.bad_country");
    case "catalogKind":
      return known(catalogKinds[folding(text)], "imports.bad_kind");
    default:
      return type satisfies never;
  }
}

const control = /[^\P{Cc}\n]/gu;
const catalogKinds: Record<string, string> = { producto: "product", product: "product", bien: "product", servicio: "service", service: "service" };

function known(value: string | undefined, code: string): Read {
  return value === undefined ? { code } : { value };
}

function oneLine(text: string) {
  return text
    .replaceAll(/\s*[\r\n]+\s*/g, " ")
    .replaceAll(control, " ")
    .trim();
}

/** Only addresses a browser may be sent to. */
function website(text: string) {
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return ["http:", "https:"].includes(protocol) && hostname.includes(".") ? text : undefined;
}
