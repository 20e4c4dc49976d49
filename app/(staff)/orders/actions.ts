"use server";

import { withoutHidden } from "@/lib/access/hidden";
import { assistLines } from "@/lib/documents/assist";
import { bothTold } from "@/lib/documents/both";
import { byOf } from "@/lib/documents/draft";
import { findCustomer, findToEdit } from "@/lib/documents/editing";
import { conversionForm, documentEditForm, documentForm, documentRef, reasonForm } from "@/lib/documents/forms";
import { converted, drafted, said } from "@/lib/documents/notices";
import { findDocument } from "@/lib/documents/queries";
import { canCreateInvoice } from "@/lib/invoices/policy";
import { confirmOrder, createOrder, editOrder, invoiceOrder, voidOrder } from "@/lib/orders/commands";
import { canConfirmOrder, canCreateOrder, canEditOrder, canVoidOrder } from "@/lib/orders/policy";
import { filedUnder } from "@/lib/prospects/filing";
import { typedFormat } from "@/lib/web/field-errors";
import { formAction } from "@/lib/web/form-action";

export const create = formAction({
  event: "order.created",
  form: () => documentForm(typedFormat()),
  subject: findCustomer,
  allow: (viewer, customer) => canCreateOrder(viewer, filedUnder(customer)),
  run: ({ tx, input, ...context }) => createOrder(tx, withoutHidden(context.viewer, input), byOf(tx, context)),
  next: (order) => drafted("order", order),
  assist: assistLines,
});

export const edit = formAction({
  event: "order.edited",
  form: () => documentEditForm(typedFormat()),
  subject: (scope, input) => findToEdit(scope, "order", input),
  allow: canEditOrder,
  run: ({ tx, subject, input, ...context }) => editOrder(tx, subject, withoutHidden(context.viewer, { ...input, accountId: null }), byOf(tx, context)),
  next: (order) => said("order", order, "documents.notices.saved"),
  ...bothTold,
  assist: assistLines,
});

export const confirm = formAction({
  event: "order.confirmed",
  form: documentRef,
  subject: (scope, { id }) => findDocument(scope, "order", id),
  allow: canConfirmOrder,
  run: ({ tx, subject, ...context }) => confirmOrder(tx, subject, byOf(tx, context)),
  next: (order) => said("order", order, "documents.notices.confirmed"),
});

export const invoice = formAction({
  event: "order.invoiced",
  form: () => conversionForm(typedFormat()),
  subject: (scope, { id }) => findDocument(scope, "order", id),
  allow: canCreateInvoice,
  run: ({ tx, subject, input, ...context }) => invoiceOrder(tx, subject, input.lines, byOf(tx, context)),
  next: (made) => converted("invoice", made),
});

export const annul = formAction({
  event: "order.voided",
  form: reasonForm,
  subject: (scope, { id }) => findDocument(scope, "order", id),
  allow: canVoidOrder,
  run: ({ tx, subject, input, ...context }) => voidOrder(tx, subject, input.reason, byOf(tx, context)),
  next: (order) => said("order", order, "documents.notices.voided"),
});
