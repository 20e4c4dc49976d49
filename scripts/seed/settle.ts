import type { Handle } from "@/db/open";
import { linesEach, tax } from "./invoices";

const taxed = `'${tax.code}', '${tax.name}'`;
const rated = `'${tax.rate}', '${tax.treatment}'`;

/** What follows from the invoices and what was bought with them: lines, taxes, the sales ledger, what each account owes and the next number. */
export function settleInvoices(handle: Handle) {
  handle.exec(`insert into document_lines (id, document_id, position, item_id, code, description, unit, quantity, unit_price,
      gross_minor, discount_minor, net_minor, tax_minor, total_minor)
    select id, (id - 1) / ${linesEach} + 1, (id - 1) % ${linesEach}, item_id, code, name, unit, cast(quantity as text), unit_price,
      net, 0, net, net * ${tax.rate} / 100, net + net * ${tax.rate} / 100
    from (select b.id, item_id, code, name, unit, quantity, unit_price, quantity * unit_price * 100 as net
      from temp.bought b cross join catalog_items i on i.id = b.item_id order by b.id)`);
  handle.exec("drop table temp.bought");
  handle.exec(`insert into document_taxes (id, document_id, position, code, name, rate, treatment, base_minor, amount_minor)
    select id, id, 0, ${taxed}, ${rated}, net_minor, tax_minor from documents order by id`);
  handle.exec(`insert into document_line_taxes (id, line_id, position, code, name, kind, rate, treatment, amount_minor)
    select id, id, 0, ${taxed}, 'percent', ${rated}, tax_minor from document_lines order by id`);
  handle.exec(`insert into sales_ledger (id, period, document_id, kind, fiscal_type, label, issued_on, customer_name, customer_tax_id, status, sign,
      currency, gross_minor, discount_minor, net_minor, tax_minor, total_minor, taxes, created_at)
    select id, substr(issued_on, 1, 7), id, kind, fiscal_type, label, issued_on, customer_name, customer_snapshot ->> 'taxId', 'valid', 1,
      currency, gross_minor, discount_minor, net_minor, tax_minor, total_minor,
      '[{"code":"${tax.code}","rate":"${tax.rate}","treatment":"${tax.treatment}","baseMinor":' || net_minor || ',"amountMinor":' || tax_minor || '}]', frozen_at
    from documents order by id`);
  handle.exec(`insert into account_balances (account_id, currency, invoiced_minor, balance_minor, credit_minor, last_purchase_on)
    select account_id, currency, sum(total_minor), sum(balance_minor), 0, max(issued_on) from documents group by account_id, currency`);
  handle.exec("update series set (next, last_issued_on) = (select 1 + max(number), max(issued_on) from documents) where kind = 'invoice'");
}
