import type { Representative } from "./people";
import type { Random } from "./random";

type Owner = {
  /** Null when a group owns it. */
  id: number | null;
  groupId: number | null;
  name: string | null;
  seller: Representative;
  contactOwner: Representative;
  isRare: boolean;
};

const fewAccounts = 200;

/** The first representative has about 200 accounts at every size, the second a fifth of all, the rest less and less. Two in a hundred are a group's. */
export function ownerOf(place: number, accounts: number, people: readonly Representative[], random: Random): Owner {
  const [few, many, ...others] = people as [Representative, Representative, ...Representative[]];
  const colleague = others[Math.floor(others.length * random.fraction() ** 2)]!;
  const seller = place % strideOf(accounts) === 0 ? few : place % 5 === 1 ? many : colleague;
  const contactOwner = seller !== few && random.fraction() < 0.05 ? random.one(others) : seller;
  const isGroups = seller === colleague && random.fraction() < 0.03;
  return {
    ...(isGroups ? { id: null, groupId: seller.groupId, name: null } : { id: seller.id, groupId: null, name: seller.name }),
    ...{ seller, contactOwner, isRare: place % Math.max(1, Math.floor(accounts / 5)) === 0 },
  };
}

function strideOf(accounts: number): number {
  return Math.max(5, Math.floor(accounts / fewAccounts));
}
