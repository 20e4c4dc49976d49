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
import { canCreateOrder } from "@/lib/orders/policy";
import { filedUnder } from "@/lib/prospects/filing";
import { acceptQuote, createQuote, editQuote, invoiceQuote, orderQuote, rejectQuote, reviseQuote, sendQuote, voidQuote } from "@/lib/quotes/commands";
import { canCreateQuote, canEditQuote, canSendQuote, canVoidQuote } from "@/lib/quotes/policy";
import { typedFormat } from "@/lib/web/field-errors";
import { formAction } from "@/lib/web/form-action";

export const create = formAction({
  event: "quote.created",
  form: () => documentForm(typedFormat()),
  subject: findCustomer,
  allow: (viewer, customer) => canCreateQuote(viewer, filedUnder(customer)),
  run: ({ tx, input, ...context }) => createQuote(tx, withoutHidden(context.viewer, input), byOf(tx, context)),
  next: (quote) => drafted("quote", quote),
  assist: assistLines,
});

export const edit = formAction({
  event: "quote.edited",
  form: () => documentEditForm(typedFormat()),
  subject: (scope, input) => findToEdit(scope, "quote", input),
  allow: canEditQuote,
  run: ({ tx, subject, input, ...context }) => editQuote(tx, subject, withoutHidden(context.viewer, { ...input, accountId: null }), byOf(tx, context)),
  next: (quote) => said("quote", quote, "documents.notices.saved"),
  ...bothTold,
  assist: assistLines,
});

export const send = formAction({
  event: "quote.sent",
  form: documentRef,
  subject: (scope, { id }) => findDocument(scope, "quote", id),
  allow: canSendQuote,
  run: ({ tx, subject, ...context }) => sendQuote(tx, subject, byOf(tx, context)),
  next: (quote) => said("quote", quote, "documents.notices.marked_sent"),
});

export const accept = formAction({
  event: "quote.accepted",
  form: documentRef,
  subject: (scope, { id }) => findDocument(scope, "quote", id),
  allow: canEditQuote,
  run: ({ tx, subject, ...context }) => acceptQuote(tx, subject, byOf(tx, context)),
  next: (quote) => said("quote", quote, "documents.notices.accepted"),
});

export const reject = formAction({
  event: "quote.rejected",
  form: reasonForm,
  subject: (scope, { id }) => findDocument(scope, "quote", id),
  allow: canEditQuote,
  run: ({ tx, subject, input, ...context }) => rejectQuote(tx, subject, input.reason, byOf(tx, context)),
  next: (quote) => said("quote", quote, "documents.notices.rejected"),
});

export const revise = formAction({
  event: "quote.revised",
  form: documentRef,
  subject: (scope, { id }) => findDocument(scope, "quote", id),
  allow: canEditQuote,
  run: ({ tx, subject, ...context }) => reviseQuote(tx, subject, byOf(tx, context)),
  next: (quote) => said("quote", quote, "documents.notices.revised", "/edit"),
});

export const order = formAction({
  event: "quote.ordered",
  form: () => conversionForm(typedFormat()),
  subject: (scope, { id }) => findDocument(scope, "quote", id),
  allow: canCreateOrder,
  run: ({ tx, subject, input, ...context }) => orderQuote(tx, subject, input.lines, byOf(tx, context)),
  next: (made) => converted("order", made),
});

export const invoice = formAction({
  event: "quote.invoiced",
  form: () => conversionForm(typedFormat()),
  subject: (scope, { id }) => findDocument(scope, "quote", id),
  allow: canCreateInvoice,
  run: ({ tx, subject, input, ...context }) => invoiceQuote(tx, subject, input.lines, byOf(tx, context)),
  next: (made) => converted("invoice", made),
});

export const annul = formAction({
  event: "quote.voided",
  form: reasonForm,
  subject: (scope, { id }) => findDocument(scope, "quote", id),
  allow: canVoidQuote,
  run: ({ tx, subject, input, ...context }) => voidQuote(tx, subject, input.reason, byOf(tx, context)),
  next: (quote) => said("quote", quote, "documents.notices.voided"),
});
