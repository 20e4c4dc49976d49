"use server";

import { assistLines } from "@/lib/documents/assist";
import { byOf } from "@/lib/documents/draft";
import { findToEdit } from "@/lib/documents/editing";
import { conversionForm, documentEditForm, documentForm, documentRef, reasonForm } from "@/lib/documents/forms";
import { converted, drafted, said } from "@/lib/documents/notices";
import { findDocument } from "@/lib/documents/queries";
import { canCreateInvoice } from "@/lib/invoices/policy";
import { confirmOrder, createOrder, editOrder, invoiceOrder, voidOrder } from "@/lib/orders/commands";
import { canConfirmOrder, canCreateOrder, canEditOrder, canVoidOrder } from "@/lib/orders/policy";
import { findFiling } from "@/lib/prospects/filing";
import { typedFormat } from "@/lib/web/field-errors";
import { formAction } from "@/lib/web/form-action";

export const create = formAction({
  event: "order.created",
  form: () => documentForm(typedFormat()),
  subject: findFiling,
  allow: (viewer) => canCreateOrder(viewer),
  run: ({ tx, input, ...context }) => createOrder(tx, input, byOf(context)),
  next: (order) => drafted("order", order),
  assist: assistLines,
});

export const edit = formAction({
  event: "order.edited",
  form: () => documentEditForm(typedFormat()),
  subject: (scope, input) => findToEdit(scope, "order", input),
  allow: canEditOrder,
  run: ({ tx, subject, input, ...context }) => editOrder(tx, subject, { ...input, accountId: null }, byOf(context)),
  next: (order) => said("order", order, "documents.notices.saved"),
  assist: assistLines,
});

export const confirm = formAction({
  event: "order.confirmed",
  form: documentRef,
  subject: (scope, { id }) => findDocument(scope, "order", id),
  allow: canConfirmOrder,
  run: ({ tx, subject, ...context }) => confirmOrder(tx, subject, byOf(context)),
  next: (order) => said("order", order, "documents.notices.confirmed"),
});

export const invoice = formAction({
  event: "order.invoiced",
  form: () => conversionForm(typedFormat()),
  subject: (scope, { id }) => findDocument(scope, "order", id),
  allow: canCreateInvoice,
  run: ({ tx, subject, input, ...context }) => invoiceOrder(tx, subject, input.lines, byOf(context)),
  next: (made) => converted("invoice", made),
});

export const annul = formAction({
  event: "order.voided",
  form: reasonForm,
  subject: (scope, { id }) => findDocument(scope, "order", id),
  allow: canVoidOrder,
  run: ({ tx, subject, input, ...context }) => voidOrder(tx, subject, input.reason, byOf(context)),
  next: (order) => said("order", order, "documents.notices.voided"),
});
