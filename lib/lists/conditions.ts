import { eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";

type Owned = Record<"ownerId" | "ownerGroupId", SQLWrapper>;

/** `owner` as `ownerAsked` reads it. */
export function isOwnedBy({ ownerId, ownerGroupId }: Owned, owner: number | string | undefined): SQL | undefined {
  if (owner === undefined) return undefined;
  return typeof owner === "number" ? eq(ownerId, owner) : eq(ownerGroupId, Number(owner.slice(1)));
}

export function isChosen(column: SQLWrapper, choice: number | string | undefined): SQL | undefined {
  return choice === undefined ? undefined : eq(column, choice);
}

/** However it was capitalised. */
export function isInRegion(region: SQLWrapper, asked: string | undefined): SQL | undefined {
  return asked === undefined ? undefined : sql`${region} = ${asked} collate nocase`;
}
