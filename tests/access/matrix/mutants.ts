/** A change to one place of a source. */
export type Mutant = { file: string; line: number; what: string; text: string };

type Change = [what: string, found: RegExp, instead: string];

/** What a slip of the hand does to a rule: a condition turned, one of two made enough, a row or a column let through. */
const changes: Change[] = [
  ["equal turned", / === /, " !== "],
  ["unequal turned", / !== /, " === "],
  ["and made or", / && /, " || "],
  ["or made and", / \|\| /, " && "],
  ["both made either", /\band\(/, "mutant.or("],
  ["either made both", /\beither\(/, "mutant.and("],
  ["one of made all of", /\bor\(/, "mutant.and("],
  ["everything for nothing", /\bnothing\b/, "mutant.sql`1`"],
  ["nothing for everything", /\beverything\b/, "mutant.sql`0`"],
  ["sql 1 for 0", /sql`1`/, "mutant.sql`0`"],
  ["true for false", /\btrue\b/, "false"],
  ["false for true", /\bfalse\b/, "true"],
  ["some made every", /\.some\(/, ".every("],
  ["every made some", /\.every\(/, ".some("],
  ["alive turned", / is null/, " is not null"],
  ["at most made below", / <= /, " < "],
  ["above turned", / > /, " <= "],
  ["sql and made or", /(?<=`[^`]*) and (?=[^`]*`)/, " or "],
  ["sql equal turned", /(?<=`[^`]*\}) = (?=\$|1|')/, " <> "],
  ["exists turned", /\bexists \(/, "not exists ("],
  ["a condition left out", /\beq\([^()]*(?:\([^()]*\))?[^()]*\)/, "mutant.sql`1`"],
  ["a list left out", /\binArray\([^()]*\)/, "mutant.sql`1`"],
  ["nothing hidden", /, hidden\)/, ")"],
  ["a union left out", /union select/, "except select"],
];

const head = 'import * as mutant from "drizzle-orm";\n';

/** Every mutant of a source: each change at each place of the code where it fits. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const lines = source.split("\n");
  return lines.flatMap((line, at) => {
    // What the types say is never reached cannot be noticed.
    if (lines[at - 1]?.includes("satisfies never")) return [];
    if (/^\s*(import|\/\*\*|\*|\/\/|export const (everything|nothing)|export function|function|type |export type )/.test(line)) return [];
    return changes.flatMap(([what, found, instead]) =>
      [...line.matchAll(new RegExp(found, "g"))].map(({ index, 0: old }) => {
        const changed = line.slice(0, index) + instead + line.slice(index + old.length);
        return { file, line: at + 1, what, text: head + lines.with(at, changed).join("\n") };
      }),
    );
  });
}
