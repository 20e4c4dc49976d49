import type { Reader } from "@/db/open";
import { ownWords } from "@/db/schema";
import type { Locale, Words } from "@/lib/i18n/keys";
import { isMessageKey, isUsableWord } from "@/lib/i18n/words";

type Known = { version: number; words: Record<Locale, Words> };

const known = new WeakMap<Reader, Known>();

/** The company's own words in each language, read again only when `version`, which the company's row carries, has moved.
 *  One that this release's sentence does not fit any more is left out: it would fail every page that says it. */
export function ownWordsAt(reader: Reader, version: number): Record<Locale, Words> {
  if (version === 0) return none;
  const last = known.get(reader);
  if (last?.version === version) return last.words;
  const words: Record<Locale, Words> = { es: {}, en: {} };
  for (const { locale, key, says } of reader.select().from(ownWords).all()) {
    if (isMessageKey(key) && isUsableWord(key, says)) words[locale][key] = says;
  }
  known.set(reader, { version, words });
  return words;
}

const none: Record<Locale, Words> = { es: {}, en: {} };
