import { quoteNotes, rejections } from "@/db/seeds/demo/shared";
import { addDays } from "@/lib/core/dates";
import { type DraftInput, documentForm } from "@/lib/documents/forms";
import type { SalesKind } from "@/lib/documents/kinds";
import { type Document, findDocument } from "@/lib/documents/queries";
import type { Change } from "@/lib/events/record";
import { createInvoice, editInvoice, issueInvoice, voidInvoice } from "@/lib/invoices/commands";
import { confirmOrder, createOrder, invoiceOrder, voidOrder } from "@/lib/orders/commands";
import { acceptQuote, createQuote, editQuote, invoiceQuote, orderQuote, rejectQuote, reviseQuote, sendQuote, voidQuote } from "@/lib/quotes/commands";
import { basket, type Goods } from "./catalog";
import type { Deal, InvoicePlan } from "./deals";
import type { Stage } from "./stage";

/** Does one thing to a document, in its author's name, and finds it again as it stands. */
function done(
  stage: Stage,
  kind: SalesKind,
  { name, userId, now }: { name: string; userId: number; now: number },
  deed: (by: ReturnType<Stage["by"]>) => Change,
) {
  const by = stage.by(userId, now);
  const { id } = stage.tell(name, deed(by), by);
  return findDocument(stage.scope, kind, id)!;
}

const minute = 60_000;
const quoteDays = 15;
const form = documentForm();

/** Written and sent, once for each version; the customer of a prospect's first one is known from here on. */
export function quote(stage: Stage, deal: Deal, goods: Goods, now: number): Document {
  const { tx, random } = stage;
  const { ownerId, accountId, contactId } = deal.customer;
  const { fate } = deal.quote!;
  const whose = deal.prospectId === undefined ? { accountId, contactId } : { prospectId: deal.prospectId };
  const input = drafted({ ...whose, lines: linesFor(stage, deal, goods), validUntil: validFrom(stage, now), notes: random.pick(quoteNotes) });
  const draft = done(stage, "quote", { name: "quote.created", userId: ownerId, now }, (by) => createQuote(tx, input, by));
  Object.assign(deal.customer, { accountId: draft.accountId, contactId: draft.contactId });
  if (fate === "draft") return draft;
  return done(stage, "quote", { name: "quote.sent", userId: ownerId, now: now + 12 * minute }, (by) => sendQuote(tx, draft, by));
}

/** A new version after a conversation about the price. */
export function revise(stage: Stage, sent: Document, now: number): Document {
  const { tx } = stage;
  const userId = sent.ownerId;
  const draft = done(stage, "quote", { name: "quote.revised", userId, now }, (by) => reviseQuote(tx, sent, by));
  const input = { ...again(draft), discount: String(2 * draft.revision), validUntil: validFrom(stage, now) };
  const edited = done(stage, "quote", { name: "quote.edited", userId, now: now + 6 * minute }, (by) => editQuote(tx, draft, input, by));
  return done(stage, "quote", { name: "quote.sent", userId, now: now + 9 * minute }, (by) => sendQuote(tx, edited, by));
}

export function answerQuote(stage: Stage, sent: Document, fate: "accepted" | "rejected" | "voided", now: number): Document {
  const { tx, random } = stage;
  const userId = sent.ownerId;
  if (fate === "accepted") return done(stage, "quote", { name: "quote.accepted", userId, now }, (by) => acceptQuote(tx, sent, by));
  if (fate === "rejected") return done(stage, "quote", { name: "quote.rejected", userId, now }, (by) => rejectQuote(tx, sent, random.pick(rejections), by));
  return done(stage, "quote", { name: "quote.voided", userId, now }, (by) => voidQuote(tx, sent, "Se cotizó dos veces lo mismo.", by));
}

export function order(stage: Stage, deal: Deal, source: Document | undefined, goods: Goods, now: number): Document {
  const { tx } = stage;
  const { ownerId: userId, accountId, contactId } = deal.customer;
  const draft = source
    ? done(stage, "order", { name: "quote.ordered", userId, now }, (by) => orderQuote(tx, source, [], by))
    : done(stage, "order", { name: "order.created", userId, now }, (by) =>
        createOrder(tx, drafted({ accountId, contactId, lines: linesFor(stage, deal, goods) }), by),
      );
  if (deal.order!.fate === "draft") return draft;
  const confirmed = done(stage, "order", { name: "order.confirmed", userId, now: now + 20 * minute }, (by) => confirmOrder(tx, draft, by));
  if (deal.order!.fate === "confirmed") return confirmed;
  return done(stage, "order", { name: "order.voided", userId, now: now + 90 * minute }, (by) =>
    voidOrder(tx, confirmed, "El cliente canceló antes de la entrega.", by),
  );
}

/** From what it comes from, or by itself; issued when it is to be. `userId` is whoever invoices. */
export function invoice(
  stage: Stage,
  deal: Deal,
  plan: InvoicePlan,
  source: Document | undefined,
  { goods, userId, now }: { goods: Goods; userId: number; now: number },
): Document {
  const { tx, asOf } = stage;
  const dueOn = addDays(asOf, -plan.due);
  const draft = invoiceDraft(stage, deal, plan, source, { goods, userId, now, dueOn });
  if (plan.fate === "draft") return draft;
  const dated =
    draft.dueOn === dueOn
      ? draft
      : done(stage, "invoice", { name: "invoice.edited", userId, now: now + 4 * minute }, (by) => editInvoice(tx, draft, { ...again(draft), dueOn }, by));
  const issued = done(stage, "invoice", { name: "invoice.issued", userId, now: now + 7 * minute }, (by) => issueInvoice(tx, dated, by));
  if (plan.fate !== "voided") return issued;
  return done(stage, "invoice", { name: "invoice.voided", userId, now: now + 50 * minute }, (by) =>
    voidInvoice(tx, issued, "Error en los datos del cliente; se emite otra.", by),
  );
}

function invoiceDraft(
  stage: Stage,
  deal: Deal,
  plan: InvoicePlan,
  source: Document | undefined,
  { goods, userId, now, dueOn }: { goods: Goods; userId: number; now: number; dueOn: string },
) {
  const { tx } = stage;
  const { accountId, contactId } = deal.customer;
  if (source?.kind === "order") {
    const asked = deal.invoices.length > 1 && plan === deal.invoices[0] ? firstHalf(source) : [];
    return done(stage, "invoice", { name: "order.invoiced", userId, now }, (by) => invoiceOrder(tx, source, asked, by));
  }
  if (source) return done(stage, "invoice", { name: "quote.invoiced", userId, now }, (by) => invoiceQuote(tx, source, [], by));
  const lines = plan.special?.lines ?? linesFor(stage, deal, goods);
  const input = drafted({ accountId, contactId, dueOn, lines, notes: plan.special?.notes });
  return done(stage, "invoice", { name: "invoice.created", userId, now }, (by) => createInvoice(tx, input, by));
}

/** An order that is delivered in two goes has at least two lines. */
function linesFor(stage: Stage, { invoices }: Deal, goods: Goods) {
  const lines = basket(stage, goods);
  return invoices.length > 1 && lines.length < 2 ? [...lines, ...basket(stage, goods)] : lines;
}

function firstHalf({ lines }: Document) {
  return lines.slice(0, Math.ceil(lines.length / 2)).map(({ id, quantity }) => ({ id, quantity }));
}

function validFrom({ by }: Stage, now: number) {
  return addDays(by(0, now).today, quoteDays);
}

function drafted(fields: Record<string, unknown>): DraftInput {
  return form.parse(fields);
}

/** A stored document as its form would send it. */
function again({ accountId, contactId, prospectId, validUntil, dueOn, discountValue, notes, terms, lines }: Document): DraftInput {
  return {
    ...{ accountId, contactId, prospectId, validUntil, dueOn, discount: discountValue, notes, terms },
    lines: lines.map(({ id, itemId, description, unit, quantity, unitPrice, discountValue: discount, taxes }) => ({
      ...{ id, itemId, description, unit, quantity, unitPrice, discount },
      taxes: taxes.map(({ code }) => code),
    })),
  };
}
