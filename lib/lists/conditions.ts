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

const latin = Array.from({ length: 0x24f - 0x41 }, (_, place) => String.fromCodePoint(0x41 + place)).filter((one) => /\p{L}/u.test(one));
/** The letters of Latin writing by what they are without accent and in small. */
const spellings = new Map([...Map.groupBy(latin, fold)].map(([plain, alike]) => [plain, alike.join("")]));
