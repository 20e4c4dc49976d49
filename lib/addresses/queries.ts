import { eq } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";

export type Address = ReturnType<typeof addressesOfAccount>[number];

/** Besides the principal one, in the order in which they were written down. */
export function addressesOfAccount(scope: Scope, accountId: number) {
  const { accountAddresses } = scope;
  return scope.select().from(accountAddresses).where(eq(accountAddresses.accountId, accountId)).orderBy(accountAddresses.position).all();
}
