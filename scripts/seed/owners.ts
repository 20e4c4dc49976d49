import { sortKey } from "@/lib/core/text";
import type { Representative } from "./people";
import type { Random } from "./random";

export type Ownership = {
  /** Null when a group owns it. */
  ownerId: number | null;
  groupId: number | null;
  ownerKey: string;
  seller: Representative;
  contactOwner: Representative;
  isRare: boolean;
};

/** How many accounts the first three have in a large company, and how many of their share the small ones leave them. */
const quotas = [
  { accounts: 200, atMostOneIn: 5 },
  { accounts: 20_000, atMostOneIn: 5 },
  { accounts: 9_000, atMostOneIn: 11 },
] as const;
const nobody = "\uffff";

/** The first representative has about 200 accounts, the second 20,000, the third 9,000, or a part of all where that is less; the rest
 *  share what is left, the later the less. Three in a hundred of theirs are their group's. */
export function ownerships(accounts: number, people: readonly Representative[]) {
  const strides = quotas.map((quota) => Math.max(quota.atMostOneIn, Math.floor(accounts / quota.accounts)));
  const rareEvery = Math.max(1, Math.floor(accounts / 5));
  const others = people.slice(quotas.length);
  const keys = new Map(people.map(({ id, name }) => [id, sortKey(name)]));

  return (place: number, random: Random): Ownership => {
    const colleague = others[Math.floor(others.length * random.fraction() ** 2)]!;
    const isRare = place % rareEvery === 0;
    const counted = isRare ? 0 : strides.findIndex((stride, order) => place % stride === order);
    const seller = counted < 0 ? colleague : people[counted]!;
    const contactOwner = counted !== 0 && random.fraction() < 0.05 ? random.one(others) : seller;
    const isGroups = counted < 0 && random.fraction() < 0.03;
    return {
      ...(isGroups ? { ownerId: null, groupId: seller.groupId, ownerKey: nobody } : { ownerId: seller.id, groupId: null, ownerKey: keys.get(seller.id)! }),
      ...{ seller, contactOwner, isRare },
    };
  };
}
