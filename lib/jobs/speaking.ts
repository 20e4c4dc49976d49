import type { Reader } from "@/db/open";
import { company } from "@/db/schema";
import { runWith } from "@/lib/i18n/current";
import { isPackCode, packs } from "@/lib/i18n/packs";
import { ownWordsAt } from "@/lib/settings/own-words";

/** Papers, and what the worker writes down, speak the company's language, whoever asks for them. */
export function speaking<Result>(reader: Reader, deed: (zone: string) => Result): Result {
  const { pack, zone, currency, wordsVersion } = reader.select().from(company).get()!;
  const words = ownWordsAt(reader, wordsVersion).es;
  return runWith({ locale: "es", pack: packs[isPackCode(pack) ? pack : "XX"], zone, currency, words }, () => deed(zone));
}
