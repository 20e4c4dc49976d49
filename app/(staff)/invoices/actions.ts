"use server";

import { withoutHidden } from "@/lib/access/hidden";
import { assistLines } from "@/lib/documents/assist";
import { bothTold } from "@/lib/documents/both";
import { byOf } from "@/lib/documents/draft";
import { findCustomer, findToEdit } from "@/lib/documents/editing";
import { documentEditForm, documentForm, documentRef, reasonForm } from "@/lib/documents/forms";
import { drafted, said } from "@/lib/documents/notices";
import { findDocument } from "@/lib/documents/queries";
import { createInvoice, discardInvoice, editInvoice, issueInvoice, voidInvoice } from "@/lib/invoices/commands";
import { canCreateInvoice, canDiscardInvoice, canEditInvoice, canIssueInvoice, canVoidInvoice } from "@/lib/invoices/policy";
import { filedUnder } from "@/lib/prospects/filing";
import { typedFormat } from "@/lib/web/field-errors";
import { formAction } from "@/lib/web/form-action";

export const create = formAction({
  event: "invoice.created",
  form: () => documentForm(typedFormat()),
  subject: findCustomer,
  allow: (viewer, customer) => canCreateInvoice(viewer, filedUnder(customer)),
  run: ({ tx, input, ...context }) => createInvoice(tx, withoutHidden(context.viewer, input), byOf(tx, context)),
  next: (invoice) => drafted("invoice", invoice),
  assist: assistLines,
});

export const edit = formAction({
  event: "invoice.edited",
  form: () => documentEditForm(typedFormat()),
  subject: (scope, input) => findToEdit(scope, "invoice", input),
  allow: canEditInvoice,
  run: ({ tx, subject, input, ...context }) => editInvoice(tx, subject, withoutHidden(context.viewer, { ...input, accountId: null }), byOf(tx, context)),
  next: (invoice) => drafted("invoice", invoice),
  ...bothTold,
  assist: assistLines,
});

export const issue = formAction({
  event: "invoice.issued",
  form: documentRef,
  subject: (scope, { id }) => findDocument(scope, "invoice", id),
  allow: canIssueInvoice,
  run: ({ tx, subject, ...context }) => issueInvoice(tx, subject, byOf(tx, context)),
  next: (invoice) => said("invoice", invoice, "documents.notices.issued"),
});

export const annul = formAction({
  event: "invoice.voided",
  form: reasonForm,
  subject: (scope, { id }) => findDocument(scope, "invoice", id),
  allow: canVoidInvoice,
  run: ({ tx, subject, input, ...context }) => voidInvoice(tx, subject, input.reason, byOf(tx, context)),
  next: (invoice) => said("invoice", invoice, "documents.notices.voided"),
});

export const discard = formAction({
  event: "invoice.discarded",
  form: documentRef,
  subject: (scope, { id }) => findDocument(scope, "invoice", id),
  allow: canDiscardInvoice,
  run: ({ tx, subject, ...context }) => discardInvoice(tx, subject, byOf(tx, context)),
  next: () => ({ to: "/invoices", notice: "documents.notices.deleted" }),
});
