import type { MessageKey } from "@/lib/i18n/keys";
import { askable } from "./askable";

export type AskedModule = keyof typeof askable;
export type Declared = { kinds: Record<string, MessageKey>; fixed: Record<string, MessageKey>; fields: Record<string, MessageKey> };

export const askedModules = Object.keys(askable) as AskedModule[];

/** The kinds of a module's records, what the product itself needs of them, and what a company may ask for besides. */
export function declaredOf(module: AskedModule): Declared {
  return askable[module];
}

export function ruleKey(module: AskedModule, kind: string, field: string): string {
  return `${module}.${kind}.${field}`;
}

/** Every rule there may be, in the order in which the settings show them. */
export const ruleKeys: readonly string[] = askedModules.flatMap((module) => {
  const { kinds, fields } = declaredOf(module);
  return Object.keys(fields).flatMap((field) => Object.keys(kinds).map((kind) => ruleKey(module, kind, field)));
});
const known = new Set(ruleKeys);

export function isRuleKey(text: string): boolean {
  return known.has(text);
}

/** A rule in words: module, kind and field. */
export function ruleParts(key: string): { module: AskedModule; kind: string; field: string } {
  const [module, kind, field] = key.split(".") as [AskedModule, string, string];
  return { module, kind, field };
}

/** What is asked of a record of these kinds, in the order of the settings. */
export function fieldsAsked(rules: readonly string[], module: AskedModule, kinds: readonly string[]): string[] {
  return Object.keys(declaredOf(module).fields).filter((field) => kinds.some((kind) => rules.includes(ruleKey(module, kind, field))));
}
