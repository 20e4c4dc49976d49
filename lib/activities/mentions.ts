import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { users } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import { fold } from "@/lib/core/text";
import { notify } from "@/lib/notices/commands";

type Colleague = { id: number; name: string };
type Note = { notes: string | null; result?: string | null };
type By = { userId: number | null; now: number; maySee?: (userId: number) => boolean };

/** Tells the colleagues that an activity's notes or result name anew. Throws when a name is two colleagues' or who bears it does not see the record. */
export function tellMentioned(tx: Transaction, before: Note | null, { id, notes, result = null }: Note & { id: number }, { userId, now, maySee }: By) {
  const known = [before?.notes, before?.result].join("\n");
  const told = new Set<number>();
  for (const [field, text] of Object.entries({ notes, result })) {
    if (maySee && text) tellNamed(tx, { before: known, text, field, told }, { kind: "activity", id }, { userId, now, maySee });
  }
}

/** The same of any record that has notes: `before` holds whom it named already, `field` is where the text was typed, `told` gathers who has been
 *  told in the same deed. What was unclear before the edit does not hold it up. */
export function tellNamed(
  tx: Transaction,
  { before, text, field, told }: { before: string; text: string; field: string; told: Set<number> },
  subject: { kind: string; id: number },
  { userId, now, maySee }: Required<By>,
) {
  if (!text.includes("@")) return;
  const colleagues = tx.select({ id: users.id, name: users.name }).from(users).where(eq(users.isActive, true)).all();
  const keyOf = (found: ReturnType<typeof namedIn>[number]) => ("id" in found ? found.id : found.options.join(", "));
  const known = new Set(namedIn(before, colleagues).map(keyOf));
  for (const found of namedIn(text, colleagues).filter((one) => !known.has(keyOf(one)))) {
    if ("options" in found) throw new RuleError("activities.mention_unclear", field, { names: found.options.join(", ") });
    if (found.id === userId) continue;
    if (!maySee(found.id)) throw new RuleError("activities.mention_unseen", field, { name: found.name });
    if (told.has(found.id)) continue;
    told.add(found.id);
    notify(tx, { userId: found.id, kind: "mention", subject, actorId: userId, now });
  }
}

/** The name written out as the note will show it, unless the note names them already. */
export function withMention(notes: string, colleague: Colleague | undefined): string {
  if (!colleague || namedIn(notes, [colleague]).length > 0) return notes;
  return `${notes} @${colleague.name}`;
}

/** «@Ana Ruiz», or «@Ana» when there is one Ana; each colleague once. What follows an @ and is nobody's name is only text. */
export function namedIn(text: string, colleagues: readonly Colleague[]): (Colleague | { options: string[] })[] {
  const found = [...fold(text).matchAll(/(?<![\p{L}\p{N}._])@(?=\p{L})/gu)].flatMap(({ index }): (Colleague | { options: string[] })[] => {
    const rest = fold(text).slice(index + 1);
    const whole = colleagues.filter(({ name }) => begins(rest, fold(name))).sort((a, b) => b.name.length - a.name.length)[0];
    if (whole) return [whole];
    const byFirst = colleagues.filter(({ name }) => begins(rest, fold(name).split(" ")[0]!));
    return byFirst.length > 1 ? [{ options: byFirst.map(({ name }) => name) }] : byFirst;
  });
  return found.filter((one, place) => !("id" in one) || found.findIndex((other) => "id" in other && other.id === one.id) === place);
}

/** What goes on after it is another name, or a handle elsewhere: «@luis_tacos», «@luis.mx». */
function begins(text: string, name: string): boolean {
  return text.startsWith(name) && !/^(?:[\p{L}\p{N}_]|[.-][\p{L}\p{N}])/u.test(text.slice(name.length));
}
