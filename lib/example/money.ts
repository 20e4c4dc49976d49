import { eq } from "drizzle-orm";
import { documents } from "@/db/schema";
import type { TenderMethod } from "@/db/vocabulary";
import { decimalsOf } from "@/lib/core/currencies";
import { addDays } from "@/lib/core/dates";
import { fixedDecimals, fromMinor } from "@/lib/core/decimal";
import { payableInvoices } from "@/lib/receipts/choices";
import { postReceipt, voidReceipt } from "@/lib/receipts/commands";
import { receiptForm } from "@/lib/receipts/forms";
import type { Customer } from "./book";
import type { Stage } from "./stage";

type Payment = { customer: Pick<Customer, "accountId" | "name" | "ownerId">; invoiceId?: number; amountMinor: number; userId: number; now: number };
type Tender = { method: TenderMethod; amount: string; reference?: string; chequeDueOn?: string };

const form = receiptForm({ decimal: ".", group: "," });
const usual: Record<Stage["example"]["pack"], TenderMethod[]> = {
  MX: ["transfer", "transfer", "transfer", "cash", "cheque", "debit_card"],
  CO: ["transfer", "transfer", "transfer", "wallet", "cash"],
  UY: ["transfer", "deferred_cheque", "cheque", "cash", "debit_card"],
  BO: ["cash", "cash", "wallet", "transfer", "deferred_cheque"],
  VE: ["transfer", "transfer", "wallet", "debit_card"],
};

/** Takes money in for one invoice, or for none: then it stays in the customer's favour. Returns the receipt. */
export function pay(stage: Stage, { customer, invoiceId, amountMinor, userId, now }: Payment): number {
  const { tx, scope, by, tell } = stage;
  const mine = by(userId, now);
  const { currency } = scope.select({ currency: scope.company.currency }).from(scope.company).get()!;
  const amount = typed(amountMinor, currency);
  const input = form.parse({
    ...{ accountId: customer.accountId, currency, receivedOn: mine.today, tenders: tendersFor(stage, amountMinor, currency, mine.today) },
    allocations: invoiceId === undefined ? [] : [{ invoiceId, amount }],
    notes: invoiceId === undefined ? "Anticipo para su próximo pedido." : null,
  });
  const invoices = payableInvoices(scope, customer.accountId, currency);
  return tell("receipt.created", postReceipt(tx, { ...customer, id: customer.accountId }, invoices, input, mine), mine).id;
}

export function bounce({ tx, by, tell }: Stage, receiptId: number, userId: number, now: number) {
  const mine = by(userId, now);
  const receipt = tx.select().from(documents).where(eq(documents.id, receiptId)).get()!;
  tell("receipt.voided", voidReceipt(tx, receipt, "El banco devolvió el pago por falta de fondos.", mine), mine);
}

/** What an invoice still owes, whole or a share of it in round money. */
export function owed({ tx }: Stage, invoiceId: number, share = 1): number {
  const { balanceMinor } = tx.select({ balanceMinor: documents.balanceMinor }).from(documents).where(eq(documents.id, invoiceId)).get()!;
  if (share === 1) return balanceMinor;
  const round = 10 ** Math.max(0, String(balanceMinor).length - 2);
  return Math.max(1, Math.floor((balanceMinor * share) / round) * round || Math.floor(balanceMinor / 2));
}

/** Where customers withhold, their certificate comes with the transfer. */
function tendersFor({ random, example }: Stage, amountMinor: number, currency: string, today: string): Tender[] {
  const withheld = (example.pack === "CO" || example.pack === "VE") && random.chance(0.3) ? Math.floor(amountMinor / 40) : 0;
  const method = random.pick(usual[example.pack]);
  const paid: Tender = { method, amount: typed(amountMinor - withheld, currency), ...detail(method, random.whole(1000, 9999), today) };
  return withheld > 0 ? [paid, { method: "withholding", amount: typed(withheld, currency), reference: `CR-${random.whole(10_000, 99_999)}` }] : [paid];
}

function detail(method: TenderMethod, number: number, today: string): Partial<Tender> {
  if (method === "cash") return {};
  const reference = method === "cheque" || method === "deferred_cheque" ? `Cheque ${number}` : `Ref. ${number}`;
  return method === "deferred_cheque" ? { reference, chequeDueOn: addDays(today, 30) } : { reference };
}

function typed(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  return fixedDecimals(fromMinor(minor, decimals), decimals);
}
