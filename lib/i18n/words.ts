import { createTranslator } from "use-intl/core";
import { current } from "./current";
import { en } from "./en";
import { es } from "./es";
import type { Locale, MessageKey } from "./keys";

export type { MessageKey, Words } from "./keys";
export type Values = Record<string, string | number>;

/** The sentence in the viewer's words: the company's own, else the pack's, else the catalog's. Throws when a value it names is missing. */
export function t(key: MessageKey, values: Values = {}): string {
  const { locale, pack, words } = current();
  return say(words?.[key] ?? wordOf(pack.words, locale, key) ?? textOf(locale, key), values, `${locale}-${pack.region}`);
}

/** What stands for a key where the company has no word of its own, its values still open. */
export function usualWord(key: MessageKey): string {
  const { locale, pack } = current();
  return wordOf(pack.words, locale, key) ?? textOf(locale, key);
}

/** The sentence of a RuleError's code. A code nobody wrote a sentence for gets the general one. */
export function tMaybe(code: string, values: Values = {}): string {
  const key = `errors.${code}`;
  return isMessageKey(key) ? t(key, values) : t("errors.unknown_rule");
}

export function isMessageKey(key: string): key is MessageKey {
  return catalogs.es.has(key);
}

/** Whether a company may say `text` for `key`: it parses, names no value the catalog's sentence does not have, and takes numbers
 *  and texts alike: a text written as a date would fail on every page that says it. */
export function isUsableWord(key: MessageKey, text: string): boolean {
  const names = argumentsOf(textOf("es", key));
  try {
    return [1, "x"].every((value) => say(text, Object.fromEntries(names.map((name) => [name, value])), "es").trim() !== "");
  } catch {
    return false;
  }
}

/** A branch of a plural stands in braces too, after its own name, and is no argument. */
export function argumentsOf(text: string): string[] {
  return [...text.matchAll(/(?<!(?:\b(?:one|other)|=\d+)\s*)\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name!);
}

/** Every sentence of the catalog by key. */
export const catalogs: Record<Locale, ReadonlyMap<string, string>> = { es: flat(es), en: flat(en) };

/** A pack's words are Spanish: they replace nothing for who reads another language. */
function wordOf(words: Partial<Record<MessageKey, string>>, locale: Locale, key: MessageKey) {
  return locale === "es" ? words[key] : undefined;
}

function textOf(locale: Locale, key: MessageKey): string {
  const text = catalogs[locale].get(key);
  if (text === undefined) throw new Error(`No words for ${key}`);
  return text;
}

function say(text: string, values: Values, tag: string): string {
  return /[{<']/.test(text) ? sentence(text, tag)(values) : text;
}

const sentences = new Map<string, (values: Values) => string>();

function sentence(text: string, tag: string) {
  const known = `${tag} ${text}`;
  let made = sentences.get(known);
  if (!made) {
    const translate = createTranslator({ locale: tag, messages: { text }, onError: refuse });
    made = (values) => translate("text", values);
    sentences.set(known, made);
  }
  return made;
}

function refuse(error: Error): never {
  throw error;
}

function flat(tree: object, prefix = ""): Map<string, string> {
  const pairs = Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + name, value]] : [...flat(value, `${prefix}${name}.`)],
  );
  return new Map(pairs);
}
