import type { Handle } from "@/db/open";
import { goods } from "@/db/seeds/bench";
import { addDays, dayOf } from "@/lib/core/dates";
import { sortKey } from "@/lib/core/text";
import type { SeededAccount } from "./accounts";
import { inserter } from "./inserter";

const invoicesEach = 2;
const linesEach = 3;
const tax = { code: "IVA16", name: "IVA 16 %", rate: "16", treatment: "taxed" };
const filed = ["kind", "series_id", "number", "label", "status", "account_id", "contact_id", "owner_id", "created_by"] as const;
const printed = ["customer_name", "customer_name_key", "customer_snapshot", "issuer_snapshot", "issued_on", "due_on"] as const;
const reckoned = ["currency", "price_mode", "rounding_mode", "tax_scope", "gross_minor", "net_minor", "tax_minor", "total_minor", "balance_minor"] as const;
const modes = { currency: "MXN", price_mode: "tax_excluded", rounding_mode: "half_up", tax_scope: "rate" };

/** Issues the invoices of one account. Whole quantities and prices, so that no line rounds. */
export function invoiceMaker(handle: Handle, { now, zone }: { now: number; zone: string }) {
  const add = inserter(handle, "documents", [...filed, ...printed, ...reckoned, "created_at", "updated_at"]);
  const addTax = inserter(handle, "document_taxes", ["document_id", "position", "code", "name", "rate", "treatment", "base_minor", "amount_minor"]);
  const addLines = lineMaker(handle);
  const series = handle.prepare("select id, prefix, padding from series where kind = 'invoice'").get() as { id: number; prefix: string; padding: number };
  const issuer = snapshot(handle.prepare("select name from company").pluck().get() as string, null, null, null);
  const today = dayOf(now, zone);
  let number = 0;

  return ({ id, name, legalName, taxId, city, contactId, ownerId, random }: SeededAccount) => {
    const customer = snapshot(name, legalName, taxId, city);
    for (let count = 0; count < invoicesEach; count += 1) {
      number += 1;
      const lines = Array.from({ length: linesEach }, () => ({ good: random.below(goods.length), quantity: random.below(40) + 1 }));
      const net = lines.reduce((sum, { good, quantity }) => sum + quantity * goods[good]!.price * 100, 0);
      const issuedOn = addDays(today, -random.below(700));
      const total = net + (net * 16) / 100;
      const documentId = add({
        ...{ kind: "invoice", series_id: series.id, number, label: `${series.prefix}${String(number).padStart(series.padding, "0")}`, status: "issued" },
        ...{ account_id: id, contact_id: contactId, owner_id: ownerId, created_by: ownerId },
        ...{ customer_name: name, customer_name_key: sortKey(name), customer_snapshot: customer, issuer_snapshot: issuer },
        ...{ issued_on: issuedOn, due_on: addDays(issuedOn, 30), ...modes },
        ...{ gross_minor: net, net_minor: net, tax_minor: total - net, total_minor: total, balance_minor: total, created_at: now, updated_at: now },
      });
      addLines(documentId, lines);
      addTax({ document_id: documentId, position: 0, ...tax, base_minor: net, amount_minor: total - net });
    }
  };
}

/** What hangs on every invoice at once. Frozen last: afterwards nothing of them changes. */
export function settleInvoices(handle: Handle) {
  handle.exec(`insert into account_balances (account_id, currency, invoiced_minor, balance_minor, credit_minor, last_purchase_on)
    select account_id, currency, sum(total_minor), sum(balance_minor), 0, max(issued_on) from documents group by account_id, currency`);
  handle.exec("update series set next = 1 + (select max(number) from documents) where kind = 'invoice'");
  handle.exec("update documents set is_frozen = 1, frozen_at = created_at");
}

function lineMaker(handle: Handle) {
  const described = ["document_id", "position", "item_id", "code", "description", "unit", "quantity", "unit_price"] as const;
  const add = inserter(handle, "document_lines", [...described, "gross_minor", "discount_minor", "net_minor", "tax_minor", "total_minor"]);
  const addTax = inserter(handle, "document_line_taxes", ["line_id", "position", "code", "name", "kind", "rate", "treatment", "amount_minor"]);
  const items = handle.prepare("select id from catalog_items order by id").pluck().all() as number[];

  return (documentId: number, lines: { good: number; quantity: number }[]) => {
    for (const [position, { good, quantity }] of lines.entries()) {
      const { code, name, unit, price } = goods[good]!;
      const net = quantity * price * 100;
      const amount = (net * 16) / 100;
      const id = add({
        ...{ document_id: documentId, position, item_id: items[good]!, code, description: name, unit, quantity: String(quantity), unit_price: String(price) },
        ...{ gross_minor: net, discount_minor: 0, net_minor: net, tax_minor: amount, total_minor: net + amount },
      });
      addTax({ line_id: id, position: 0, ...tax, kind: "percent", amount_minor: amount });
    }
  };
}

function snapshot(name: string, legalName: string | null, taxId: string | null, city: string | null): string {
  return JSON.stringify({ name, legalName, taxId, taxIdLabel: "RFC", address: city === null ? [] : [city], phone: null, email: null, contact: null });
}
