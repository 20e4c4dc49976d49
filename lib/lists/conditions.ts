import { eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { fold } from "@/lib/core/text";

type Owned = Record<"ownerId" | "ownerGroupId", SQLWrapper>;

/** `owner` as `ownerAsked` reads it. */
export function isOwnedBy({ ownerId, ownerGroupId }: Owned, owner: number | string | undefined): SQL | undefined {
  if (owner === undefined) return undefined;
  return typeof owner === "number" ? eq(ownerId, owner) : eq(ownerGroupId, Number(owner.slice(1)));
}

export function isChosen(column: SQLWrapper, choice: number | string | undefined): SQL | undefined {
  return choice === undefined ? undefined : eq(column, choice);
}

/** However it is written, with accents or without, in capitals or small letters. */
export function isInRegion(region: SQLWrapper, asked: string | undefined): SQL | undefined {
  if (asked === undefined) return undefined;
  return sql`${region} glob ${[...asked.normalize("NFC")].map(anySpelling).join("")}`;
}

/** One letter as a pattern of all that are the same but for accent and case. The brackets also take the meaning from a star; only `^` gets one there. */
function anySpelling(letter: string): string {
  return letter === "^" ? letter : `[${spellings.get(fold(letter)) ?? letter}]`;
}

/** Those of Latin, Greek and Cyrillic writing, with those that have two accents. */
const letters = [...from(0x41, 0x530), ...from(0x1e00, 0x2000)].filter((one) => /\p{L}/u.test(one));
/** The letters by what they are without accent and in small. */
const spellings = new Map([...Map.groupBy(letters, fold)].map(([plain, alike]) => [plain, alike.join("")]));

function from(first: number, beyond: number): string[] {
  return Array.from({ length: beyond - first }, (_, place) => String.fromCodePoint(first + place));
}
