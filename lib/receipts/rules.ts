import { RuleError } from "@/lib/core/errors";

export type PaymentState = "draft" | "voided" | "paid" | "overdue" | "partially_paid" | "unpaid";
export type Payable = { total: number; balance: number; dueOn: string | null; today: string; status: string };

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

/** What an invoice owes after a payment, in integer minor units. Throws `receipts.payment_exceeds_balance`, or `receipts.amount_required` for nothing. */
export function payInvoice(balance: number, payment: number): { balance: number; status: "partially_paid" | "paid" } {
  requireUnits(balance);
  requireUnits(payment);
  if (payment === 0) throw new RuleError("receipts.amount_required", "amount");
  if (payment > balance) throw new RuleError("receipts.payment_exceeds_balance", "amount");
  const left = balance - payment;
  return { balance: left, status: left === 0 ? "paid" : "partially_paid" };
}

/** Derived, never kept: an invoice becomes overdue while nobody touches it. */
export function paymentState({ total, balance, dueOn, today, status }: Payable): PaymentState {
  if (status === "draft" || status === "voided") return status;
  if (balance <= 0) return "paid";
  if (dueOn !== null && dueOn < today) return "overdue";
  return balance < total ? "partially_paid" : "unpaid";
}

function requireUnits(amount: number) {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not integer minor units: ${amount}`);
  if (amount < 0) throw new RuleError("receipts.negative_amount", "amount");
}
