import { z } from "zod";
import type { TenderMethod } from "@/db/vocabulary";
import { type Currency, currencies } from "@/lib/core/currencies";
import type { DecimalFormat } from "@/lib/core/decimal";
import { checkbox, date, id, optionalDate, optionalDecimalText, optionalText, requiredText } from "@/lib/core/fields";

/** How money comes in. Credit in favour is applied from its own receipt, and rounding is nobody's choice. */
export const receivedBy = [
  "cash",
  "transfer",
  "debit_card",
  "credit_card",
  "cheque",
  "deferred_cheque",
  "wallet",
  "withholding",
] as const satisfies TenderMethod[];

const amount = (format: DecimalFormat) => optionalDecimalText({ max: 6, min: "0", format });

const applied = (format: DecimalFormat) => ({
  allocations: z
    .array(z.object({ invoiceId: id(), amount: amount(format) }))
    .max(500)
    .default([]),
  oldestFirst: checkbox(),
});

export function receiptForm(format: DecimalFormat) {
  const tender = z.object({ method: z.enum(receivedBy), amount: amount(format), reference: optionalText(80), chequeDueOn: optionalDate() });
  return z.object({
    accountId: id(),
    currency: z.enum(currencies as [Currency, ...Currency[]]),
    receivedOn: date(),
    tenders: z.array(tender).max(20).default([]),
    ...applied(format),
    notes: optionalText(500),
  });
}
export type ReceiptInput = z.output<ReturnType<typeof receiptForm>>;

export function applyForm(format: DecimalFormat) {
  return z.object({ id: id(), ...applied(format) });
}
export type ApplyInput = z.output<ReturnType<typeof applyForm>>;

export const voidForm = z.object({ id: id(), reason: requiredText(300) });
