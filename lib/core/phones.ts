import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { digits } from "@/lib/core/text";

export type Phone = { e164?: string; display: string; raw: string };

/** Reads a number as its country writes it. What cannot be read keeps its text: a strange number never blocks anybody. */
export function parsePhone(text: string, country: string): Phone {
  const raw = text.trim();
  const home = isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(modern(raw, home), home);
  if (!parsed?.isValid()) return { display: raw, raw };
  const display = parsed.country === home ? parsed.formatNational() : parsed.formatInternational();
  return { e164: parsed.number, display, raw };
}

/** As its country writes it; as it was typed when it is no number. What was kept as a number is not tried again: a list shows fifty. */
export function shownPhone(typed: string, e164: string | null, country: string): string {
  const kept = e164 === null ? undefined : parsePhoneNumberFromString(e164);
  if (!kept) return typed;
  return kept.country === country ? kept.formatNational() : kept.formatInternational();
}

/** A WhatsApp chat; without a number the sender chooses one. */
export function whatsappLink(e164: string | null, text?: string): string {
  const query = text ? `?text=${encodeURIComponent(text)}` : "";
  return `https://wa.me/${digits(e164 ?? "")}${query}`;
}

export function telLink(e164: string): string {
  return `tel:${e164}`;
}

/** Drops the prefixes Mexico retired in 2019 and adds Argentina's mobile 9, which contacts saved years ago get wrong. */
function modern(raw: string, home: CountryCode | undefined): string {
  const dialled = digits(raw).replace(/^00/, "");
  const isInternational = raw.startsWith("+") || raw.startsWith("00");
  const mexican = mexicanNumber(dialled);
  if (mexican && (isInternational ? dialled.startsWith("52") : home === "MX")) return `+52${mexican}`;
  const argentine = /^54(?:9?)(?:0?)(\d{2,4})15(\d{6,8})$/.exec(dialled);
  if (isInternational && argentine && `${argentine[1]}${argentine[2]}`.length === 10) return `+549${argentine[1]}${argentine[2]}`;
  return raw;
}

function mexicanNumber(dialled: string): string | undefined {
  return /^(?:521|52044|52045|52|044|045|01)(\d{10})$/.exec(dialled)?.[1];
}
