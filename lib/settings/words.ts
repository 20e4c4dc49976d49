import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/open";
import { company, ownWords } from "@/db/schema";
import type { Scope } from "@/lib/access/scope";
import { RuleError } from "@/lib/core/errors";
import { optionalText } from "@/lib/core/fields";
import { fold } from "@/lib/core/text";
import type { Change } from "@/lib/events/record";
import { current } from "@/lib/i18n/current";
import type { Locale, MessageKey } from "@/lib/i18n/keys";
import { catalogs, isMessageKey, isUsableWord, usualWord } from "@/lib/i18n/words";

const perPage = 40;

export const wordGroups = [...new Set([...catalogs.es.keys()].map((key) => key.split(".")[0] as WordGroup))];
export type WordGroup = MessageKey extends `${infer Group}.${string}` ? Group : never;

export const wordFilters = z.object({
  q: z.string().trim().max(100).catch(""),
  group: z.enum(["", "own", ...wordGroups]).catch(""),
  page: z.coerce.number().int().min(1).max(200).catch(1),
});
export type WordFilters = z.infer<typeof wordFilters>;

export const wordsForm = z.object({
  words: z.array(z.object({ key: z.string().refine(isMessageKey), says: optionalText(300) })).max(perPage),
});
export type WordsInput = z.output<typeof wordsForm>;

/** What each thing is called in the viewer's language, by what it is usually called or by the company's own word. */
export function listWords(scope: Scope, { q, group, page }: WordFilters) {
  const { locale } = current();
  const own = ownOf(scope, locale);
  const sought = fold(q);
  const matching = [...catalogs.es.keys()].filter(isMessageKey).filter((key) => {
    if (group === "own" ? !own.has(key) : group !== "" && !key.startsWith(`${group}.`)) return false;
    return [usualWord(key), own.get(key) ?? ""].some((text) => fold(text).includes(sought));
  });
  const rows = matching.slice((page - 1) * perPage, page * perPage).map((key) => ({ key, usual: usualWord(key), says: own.get(key) ?? null }));
  return { rows, count: matching.length, hasNext: matching.length > page * perPage };
}

/** Keeps what differs from the usual word; empty, or the same, goes back to it. Throws at the word that cannot be used. */
export function changeWords(tx: Transaction, { words }: WordsInput, locale: Locale, now: number): Change {
  const before: Record<string, string | null> = {};
  const after: Record<string, string | null> = {};
  for (const [place, { key, says }] of words.entries()) {
    const own = says === usualWord(key) ? null : says;
    if (own !== null && !isUsableWord(key, own)) throw new RuleError("settings.word", `words.${place}.says`);
    const stored = tx.select({ says: ownWords.says }).from(ownWords).where(of(locale, key)).get()?.says ?? null;
    if (stored === own) continue;
    before[key] = stored;
    after[key] = own;
    if (own === null) tx.delete(ownWords).where(of(locale, key)).run();
    else put(tx, { locale, key, says: own, createdAt: now, updatedAt: now });
  }
  if (Object.keys(after).length > 0) moveVersion(tx, now);
  return { kind: "company", id: 1, before, after };
}

function put(tx: Transaction, row: typeof ownWords.$inferInsert) {
  const { says, updatedAt } = row;
  tx.insert(ownWords)
    .values(row)
    .onConflictDoUpdate({ target: [ownWords.locale, ownWords.key], set: { says, updatedAt } })
    .run();
}

/** By the clock, so that a company begun anew in the same file never comes by a number that stood for the words of the one before. */
function moveVersion(tx: Transaction, now: number) {
  const { wordsVersion } = tx.select({ wordsVersion: company.wordsVersion }).from(company).where(eq(company.id, 1)).get()!;
  tx.update(company)
    .set({ wordsVersion: Math.max(now, wordsVersion + 1) })
    .where(eq(company.id, 1))
    .run();
}

function of(locale: Locale, key: string) {
  return and(eq(ownWords.locale, locale), eq(ownWords.key, key));
}

function ownOf(scope: Scope, locale: Locale): Map<string, string> {
  const { ownWords: own } = scope;
  const rows = scope.select({ key: own.key, says: own.says }).from(own).where(eq(own.locale, locale)).all();
  return new Map(rows.map(({ key, says }) => [key, says]));
}
