import type { Scope } from "@/lib/access/scope";
import { findAccount } from "@/lib/accounts/queries";
import { decimalsOf } from "@/lib/core/currencies";
import { fixedDecimals, fromMinor } from "@/lib/core/decimal";
import { findDocument } from "@/lib/documents/queries";
import { typedNumber } from "@/lib/i18n/format";
import { findCompany } from "@/lib/settings/queries";
import { owedCurrencies, payableInvoices } from "./choices";
import type { NewReceiptFilters } from "./filters";

/** What the form of a new receipt opens with; undefined when the invoice or the account is not there for this viewer. */
export function startReceipt(scope: Scope, filters: NewReceiptFilters) {
  const invoice = filters.invoice === undefined ? undefined : findDocument(scope, "invoice", filters.invoice);
  const accountId = invoice?.accountId ?? (filters.invoice === undefined ? filters.account : undefined);
  const account = accountId === undefined ? undefined : findAccount(scope, accountId);
  if (!account) return undefined;

  const owed = owedCurrencies(scope, account.id);
  const currency = invoice?.currency ?? filters.currency ?? owed[0] ?? findCompany(scope).currency;
  return {
    account: { id: account.id, name: account.name },
    currency,
    others: owed.filter((code) => code !== currency),
    invoices: payableInvoices(scope, account.id, currency),
    chosen: invoice && invoice.balanceMinor > 0 ? { id: invoice.id, amount: typedAmount(invoice.balanceMinor, currency) } : undefined,
  };
}

function typedAmount(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  return typedNumber(fixedDecimals(fromMinor(minor, decimals), decimals));
}
