"use server";

import { findAccount } from "@/lib/accounts/queries";
import { actorOf } from "@/lib/events/record";
import { payableInvoices } from "@/lib/receipts/choices";
import { applyReceipt, postReceipt, voidReceipt } from "@/lib/receipts/commands";
import { applyForm, receiptForm, voidForm } from "@/lib/receipts/forms";
import { canCollect, canVoidReceipt } from "@/lib/receipts/policy";
import { findReceipt } from "@/lib/receipts/queries";
import { typedFormat } from "@/lib/web/field-errors";
import { formAction } from "@/lib/web/form-action";

export const collect = formAction({
  event: "receipt.created",
  form: () => receiptForm(typedFormat()),
  subject: (scope, { accountId }) => findAccount(scope, accountId),
  allow: canCollect,
  run: ({ tx, scope, viewer, subject, input, now, today }) => {
    const asked = input.allocations.map(({ invoiceId }) => invoiceId);
    const invoices = payableInvoices(scope, subject.id, input.currency, asked);
    return postReceipt(tx, subject, invoices, input, { userId: actorOf(viewer).actorId, now, today });
  },
  next: ({ id, after }) => ({ to: `/receipts/${id}`, notice: "receipts.saved", values: { number: String(after?.label) } }),
});

export const apply = formAction({
  event: "receipt.applied",
  form: () => applyForm(typedFormat()),
  subject: (scope, { id }) => findReceipt(scope, id),
  allow: canCollect,
  run: ({ tx, scope, viewer, subject, input, now, today }) => {
    const asked = input.allocations.map(({ invoiceId }) => invoiceId);
    const invoices = payableInvoices(scope, subject.accountId, subject.currency, asked);
    return applyReceipt(tx, subject, invoices, input, { userId: actorOf(viewer).actorId, now, today });
  },
  next: ({ id, after }) => ({ to: `/receipts/${id}`, notice: "receipts.applied", values: { number: String(after?.label) } }),
});

export const takeBack = formAction({
  event: "receipt.voided",
  form: voidForm,
  subject: (scope, { id }) => findReceipt(scope, id),
  allow: canVoidReceipt,
  run: ({ tx, viewer, subject, input, now, today }) => voidReceipt(tx, subject, input.reason, { userId: actorOf(viewer).actorId, now, today }),
  next: ({ id, after }) => ({ to: `/receipts/${id}`, notice: "receipts.voided", values: { number: String(after?.label) } }),
});
