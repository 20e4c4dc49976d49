import { decimalsOf } from "@/lib/core/currencies";
import { decimalsIn, mostMinor, toMinor } from "@/lib/core/decimal";
import { RuleError } from "@/lib/core/errors";
import { minorText } from "@/lib/i18n/balances";
import type { Payable } from "./choices";
import type { ApplyInput, ReceiptInput } from "./forms";
import { spreadPayment } from "./rules";

export type Tender = { method: ReceiptInput["tenders"][number]["method"]; amountMinor: number; reference: string | null; chequeDueOn: string | null };
export type Applied = { invoice: Payable; amountMinor: number };
type Money = { received: number; currency: string; accountId: number };

/** How the money came, blank rows left out. Throws at the row that is wrong, or `receipts.no_tender` when nothing came. */
export function tendersOf({ tenders, currency }: Pick<ReceiptInput, "tenders" | "currency">): Tender[] {
  const filled = tenders.flatMap((tender, row): Tender[] => {
    const field = `tenders.${row}`;
    if (tender.amount === null && tender.reference === null && tender.chequeDueOn === null) return [];
    if (tender.amount === null) throw new RuleError("required", `${field}.amount`);
    const amountMinor = minorOf(tender.amount, currency, `${field}.amount`);
    if (amountMinor === 0) throw new RuleError("zero", `${field}.amount`);
    if (tender.method === "deferred_cheque" && tender.chequeDueOn === null) throw new RuleError("required", `${field}.chequeDueOn`);
    return [{ method: tender.method, amountMinor, reference: tender.reference, chequeDueOn: tender.chequeDueOn }];
  });
  if (filled.length === 0) throw new RuleError("receipts.no_tender", tenders.length === 0 ? "tenders" : "tenders.0.amount");
  if (sumOf(filled) > mostMinor) throw new RuleError("money.too_large", "tenders.0.amount");
  return filled;
}

export function sumOf(tenders: readonly Tender[]): number {
  return tenders.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** Which invoice gets how much. `invoices` stand oldest first and hold every one that was asked for. Throws at the box that is wrong. */
export function appliedTo(invoices: readonly Payable[], { allocations, oldestFirst }: Omit<ApplyInput, "id">, money: Money): Applied[] {
  const asked = new Map<number, number>();
  for (const [row, { invoiceId, amount }] of allocations.entries()) {
    const field = `allocations.${row}.amount`;
    const amountMinor = amount === null ? 0 : minorOf(amount, money.currency, field);
    if (amountMinor === 0) continue;
    const invoice = invoices.find(({ id }) => id === invoiceId);
    requirePayable(invoice, money, field);
    const sum = (asked.get(invoiceId) ?? 0) + amountMinor;
    if (sum > invoice.balanceMinor) throw overInvoice(invoice, field);
    asked.set(invoiceId, sum);
  }
  const open = invoices.filter((invoice) => invoice.accountId === money.accountId && invoice.currency === money.currency && invoice.balanceMinor > 0);
  const { amounts } = spread(open, asked, oldestFirst, money);
  return open.map((invoice, place) => ({ invoice, amountMinor: amounts[place]! })).filter(({ amountMinor }) => amountMinor > 0);
}

function spread(open: Payable[], asked: Map<number, number>, oldestFirst: boolean, { received, currency }: Money) {
  const wanted = open.map(({ id }) => asked.get(id) ?? 0);
  const sum = wanted.reduce((total, amount) => total + amount, 0);
  if (sum > received)
    throw new RuleError("receipts.over_applied", "allocations", { received: minorText(received, currency), applied: minorText(sum, currency) });
  return spreadPayment({ received, balances: open.map(({ balanceMinor }) => balanceMinor), asked: wanted, oldestFirst });
}

function requirePayable(invoice: Payable | undefined, { accountId, currency }: Money, field: string): asserts invoice is Payable {
  if (!invoice) throw new RuleError("missing", field);
  if (invoice.accountId !== accountId) throw new RuleError("receipts.other_account", field);
  if (invoice.currency !== currency) throw new RuleError("receipts.other_currency", field);
  if (invoice.status !== "issued" && invoice.status !== "delivered") throw new RuleError("receipts.invoice_not_issued", field);
}

function overInvoice({ label, balanceMinor, currency }: Payable, field: string) {
  return new RuleError("receipts.over_invoice", field, { number: label ?? "", balance: minorText(balanceMinor, currency) });
}

function minorOf(amount: string, currency: string, field: string): number {
  const decimals = decimalsOf(currency);
  if (decimalsIn(amount) > decimals) throw new RuleError("too_many_decimals", field, { max: decimals });
  return toMinor(amount, decimals, field);
}
