import { eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { fold } from "@/lib/core/text";
import { current } from "@/lib/i18n/current";

type Owned = Record<"ownerId" | "ownerGroupId", SQLWrapper>;

/** `owner` as `ownerAsked` reads it. */
export function isOwnedBy({ ownerId, ownerGroupId }: Owned, owner: number | string | undefined): SQL | undefined {
  if (owner === undefined) return undefined;
  return typeof owner === "number" ? eq(ownerId, owner) : eq(ownerGroupId, Number(owner.slice(1)));
}

export function isChosen(column: SQLWrapper, choice: number | string | undefined): SQL | undefined {
  return choice === undefined ? undefined : eq(column, choice);
}

/** However it was capitalised, with accents or without; the country's own are found by either spelling. */
export function isInRegion(region: SQLWrapper, asked: string | undefined): SQL | undefined {
  if (asked === undefined) return undefined;
  const known = current().pack.divisions.filter(({ name }) => fold(name) === fold(asked));
  const spelt = new Set([asked, ...known.map(({ name }) => name)].flatMap(spellings));
  return sql`${region} collate nocase in ${[...spelt]}`;
}

/** The database tells `É` from `é`, and plain letters by none of their cases. */
function spellings(name: string): string[] {
  return [name, name.toUpperCase(), name.toLowerCase(), fold(name)];
}
