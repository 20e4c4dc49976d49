import type { Reader } from "@/db/open";
import { company } from "@/db/schema";
import { runWith } from "@/lib/i18n/current";
import type { Locale } from "@/lib/i18n/keys";
import { isPackCode, packs } from "@/lib/i18n/packs";
import { ownWordsAt } from "@/lib/settings/own-words";

/** Papers, and what the worker writes down, speak the company's language, whoever asks for them. */
export function speaking<Result>(reader: Reader, deed: (zone: string) => Result): Result {
  return speakingTo(reader, { locale: "es", zone: null }, deed);
}

/** What a colleague is told speaks their language, on their clock, in the company's formats. */
export function speakingTo<Result>(reader: Reader, { locale, zone: own }: { locale: Locale; zone: string | null }, deed: (zone: string) => Result): Result {
  const { pack, zone: companyZone, currency, wordsVersion } = reader.select().from(company).get()!;
  const zone = own ?? companyZone;
  const words = ownWordsAt(reader, wordsVersion)[locale];
  return runWith({ locale, pack: packs[isPackCode(pack) ? pack : "XX"], zone, currency, words }, () => deed(zone));
}
