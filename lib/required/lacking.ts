import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { company } from "@/db/schema";
import type { ActionEvent } from "@/lib/access/registry";
import type { Owned, Viewer } from "@/lib/access/viewer";
import { RuleError, RuleErrors } from "@/lib/core/errors";
import { type MessageKey, t } from "@/lib/i18n/words";
import { isAskedOf } from "./policy";
import { type Question, questions, type Said } from "./questions";
import { declaredOf, fieldsAsked } from "./rules";
import { isGiven, isShown } from "./said";

/** A deed of somebody: the event it leaves, what its form says, and what it is about once that was found. */
export type Deed = { event: ActionEvent; viewer: Viewer; said: Said; subject?: unknown };
/** A field the company asks for and nobody filled in, as its form calls it. */
export type Lack = { field: string; name: string; label: MessageKey };

/** Throws, each at its field, what the company asks for and the form leaves blank. */
export function requireAsked(tx: Transaction, deed: Deed) {
  if (!(deed.event in questions)) return;
  const lacks = lackingIn(rulesOf(tx), deed);
  if (lacks.length > 0) throw new RuleErrors(lacks.map(({ name, label }) => new RuleError("asked.missing", name, { name: t(label) })));
}

/** The company's rules as they stand. */
export function rulesOf(tx: Transaction): readonly string[] {
  return tx.select({ rules: company.requiredFields }).from(company).where(eq(company.id, 1)).get()?.rules ?? [];
}

/** What a form lacks by these rules; all of it, in the order of the settings. */
export function lackingIn(rules: readonly string[], deed: Deed): Lack[] {
  if (rules.length === 0) return [];
  return (questions[deed.event] ?? []).flatMap((question) => lackingTo(question, rules, deed));
}

function lackingTo({ module, kinds, names }: Question, rules: readonly string[], { viewer, said, subject }: Deed): Lack[] {
  const { fields } = declaredOf(module);
  const isHere = (field: string) => (names ? field in names && names[field]! in said : isShown(field, said));
  return fieldsAsked(rules, module, kinds(said, subject))
    .filter((field) => isHere(field) && isAskedOf(viewer, module, field, recordOf(subject)))
    .map((field) => ({ field, name: names?.[field] ?? field, label: fields[field]! }))
    .filter(({ field, name }) => !isGiven(name, said) && !(field === "about" && isFiled(subject)));
}

/** The record a change is about: whose it is decides who may give it away. */
function recordOf(subject: unknown): Owned | undefined {
  return typeof subject === "object" && subject !== null && "ownerId" in subject && "version" in subject ? (subject as Owned) : undefined;
}

/** What is filed already under a record that whoever edits it does not see stays filed. */
function isFiled(subject: unknown): boolean {
  const { filing } = (subject ?? {}) as { filing?: Record<string, unknown> };
  return filing !== undefined && Object.values(filing).some((record) => record !== undefined);
}
