export type PaymentState = "draft" | "voided" | "paid" | "overdue" | "partially_paid" | "unpaid";
export type Payable = { total: number; balance: number; dueOn: string | null; today: string; status: string };

/** Derived, never kept: an invoice becomes overdue while nobody touches it. Amounts in integer minor units. */
export function paymentState({ total, balance, dueOn, today, status }: Payable): PaymentState {
  if (status === "draft" || status === "voided") return status;
  if (balance <= 0) return "paid";
  if (dueOn !== null && dueOn < today) return "overdue";
  return balance < total ? "partially_paid" : "unpaid";
}
