import { RuleError } from "@/lib/core/errors";

/** Pays balances in the order given, oldest due first. Every amount is integer minor units; what is left over is the customer's credit. */
export function allocateOldestFirst(amount: number, balances: readonly number[]): { allocations: number[]; unallocated: number } {
  requireUnits(amount);
  let unallocated = amount;
  const allocations = balances.map((balance) => {
    requireUnits(balance);
    const allocated = Math.min(balance, unallocated);
    unallocated -= allocated;
    return allocated;
  });
  return { allocations, unallocated };
}

function requireUnits(amount: number) {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not integer minor units: ${amount}`);
  if (amount < 0) throw new RuleError("receipts.negative_amount", "amount");
}

export type Payment = { received: number; balances: readonly number[]; asked: readonly number[]; oldestFirst: boolean };

/** What each invoice gets, oldest first: what was asked for it and then, when told so, what is left to whatever still owes.
 *  Throws RangeError when more is asked than was received. */
export function spreadPayment({ received, balances, asked, oldestFirst }: Payment): { amounts: number[]; left: number } {
  const free = received - asked.reduce((sum, amount) => sum + amount, 0);
  if (free < 0) throw new RangeError("more is applied than was received");
  if (!oldestFirst) return { amounts: [...asked], left: free };
  const rest = allocateOldestFirst(
    free,
    balances.map((balance, place) => balance - asked[place]!),
  );
  return { amounts: asked.map((amount, place) => amount + rest.allocations[place]!), left: rest.unallocated };
}

export function isPosted({ status }: { status: string }): boolean {
  return status === "posted";
}

/** How a receipt stands: taken back, partly in the customer's favour, or all applied. */
export function stateKey({ status, balanceMinor }: { status: string; balanceMinor: number }) {
  if (status === "voided") return "receipts.statuses.voided";
  return balanceMinor > 0 ? "receipts.statuses.unapplied" : "receipts.statuses.posted";
}
