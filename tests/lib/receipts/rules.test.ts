import { expect, test } from "vitest";
import { paymentState } from "@/lib/documents/payment-state";
import { allocateOldestFirst } from "@/lib/receipts/rules";

test("a receipt pays the oldest first and keeps the rest", () => {
  expect(allocateOldestFirst(15_000, [11_599, 11_600])).toEqual({ allocations: [11_599, 3401], unallocated: 0 });
  expect(allocateOldestFirst(100, [])).toEqual({ allocations: [], unallocated: 100 });
  expect(() => allocateOldestFirst(-1, [])).toThrow("receipts.negative_amount");
  expect(() => allocateOldestFirst(0.5, [])).toThrow(RangeError);
});

const open = { total: 100, balance: 100, dueOn: "2026-08-22", today: "2026-08-22", status: "issued" };

test.each([
  [{}, "unpaid"],
  [{ balance: 40 }, "partially_paid"],
  [{ balance: 0 }, "paid"],
  [{ today: "2026-08-23" }, "overdue"],
  [{ today: "2026-08-23", balance: 40 }, "overdue"],
  [{ today: "2026-08-23", balance: 0 }, "paid"],
  [{ today: "2030-01-01", dueOn: null }, "unpaid"],
  [{ status: "draft", today: "2026-08-23" }, "draft"],
  [{ status: "voided", balance: 0 }, "voided"],
  [{ total: 0, balance: 0 }, "paid"],
])("with %j an invoice is %s", (change, state) => {
  expect(paymentState({ ...open, ...change })).toBe(state);
});
