import type { DataCheck } from "./data-check";

/** What must give no row at all: each statement selects what is wrong, by its identifier. */
const sentences: Record<string, string> = {
  "las líneas suman lo que dice el documento": `
    select d.id from documents d join document_lines l on l.document_id = d.id group by d.id
    having sum(l.gross_minor) <> d.gross_minor or sum(l.discount_minor) <> d.discount_minor or sum(l.net_minor) <> d.net_minor
      or sum(l.tax_minor) <> d.tax_minor or sum(l.total_minor) <> d.total_minor`,
  "neto e impuestos menos retenciones son el total": "select id from documents where net_minor + tax_minor - withheld_minor <> total_minor",
  "el neto y los impuestos de una línea son su total":
    "select document_id from document_lines where net_minor + tax_minor <> total_minor or net_minor < 0 or tax_minor < 0",
  "sin impuestos incluidos, bruto menos descuentos es el neto":
    "select id from documents where kind <> 'receipt' and price_mode = 'tax_excluded' and gross_minor - discount_minor <> net_minor",
  "con impuestos incluidos, bruto menos descuentos es neto e impuestos":
    "select id from documents where kind <> 'receipt' and price_mode = 'tax_included' and gross_minor - discount_minor <> net_minor + tax_minor",
  "los impuestos del documento son su impuesto":
    "select d.id from documents d where kind <> 'receipt' and tax_minor <> (select coalesce(sum(amount_minor), 0) from document_taxes where document_id = d.id)",
  "cada impuesto de las líneas es el del documento": `
    select t.document_id from document_taxes t where t.amount_minor <>
      (select coalesce(sum(lt.amount_minor), 0) from document_line_taxes lt join document_lines l on l.id = lt.line_id where l.document_id = t.document_id and lt.code = t.code)`,
  "los impuestos de una línea son su impuesto": `
    select l.document_id from document_lines l where l.tax_minor <> (select coalesce(sum(amount_minor), 0) from document_line_taxes where line_id = l.id)`,
  "no se entrega ni factura más de lo que había": `
    select l.document_id from document_lines l join document_links k on k.from_line_id = l.id
      join document_lines t on t.id = k.to_line_id join documents d on d.id = t.document_id
      where d.status <> 'voided' and d.deleted_at is null group by l.id having sum(k.quantity) > l.quantity + 0.0000001`,
  "un correo está como está su trabajo": `
    select m.id from mails m left join outbox o on o.id = m.job_id where o.kind is not 'mails.send' or o.message_id <> m.message_id or m.attempts <> o.attempts
      or m.state <> case o.state when 'done' then 'sent' when 'possibly_sent' then o.state when 'parked' then 'failed' when 'sending' then o.state else 'queued' end`,
  "ningún módulo activo necesita uno desactivado": `
    select id from company where (off_modules like '%"activities"%' and off_modules not like '%"prospects"%')
      or (off_modules like '%"invoices"%' and off_modules not like '%"receipts"%')`,
  "un correo es para alguien": "select id from mails m where not exists (select 1 from mail_recipients where mail_id = m.id and kind = 'to')",
  "una factura debe lo que nadie pagó de ella": `
    select d.id from documents d where d.kind = 'invoice' and (d.balance_minor < 0 or d.balance_minor <> case when d.status in ('draft', 'voided') then 0
      else d.total_minor - (select coalesce(sum(amount_minor), 0) from allocations where to_document_id = d.id) end)`,
  "una factura sabe lo que se pagó": `
    select d.id from documents d where d.kind = 'invoice' and d.status = 'issued' and d.paid_minor + d.credited_minor + d.balance_minor <> d.total_minor`,
  "un recibo es lo que entró": `
    select d.id from documents d where d.kind = 'receipt' and d.total_minor <> (select coalesce(sum(amount_minor), 0) from receipt_tenders where document_id = d.id)`,
  "a un recibo le queda lo que no aplicó": `
    select d.id from documents d where d.kind = 'receipt' and (d.balance_minor < 0 or d.balance_minor <> case when d.status = 'voided' then 0
      else d.total_minor - (select coalesce(sum(amount_minor), 0) from allocations where from_document_id = d.id) end)`,
  "un recibo anulado no aplica nada": `
    select d.id from documents d join allocations a on a.from_document_id = d.id where d.status = 'voided' group by d.id having sum(a.amount_minor) <> 0`,
  "los pagos son del mismo cliente y en la misma moneda": `
    select a.id from allocations a join documents f on f.id = a.from_document_id join documents t on t.id = a.to_document_id
      where f.account_id <> t.account_id or f.currency <> t.currency or a.allocated_on < t.issued_on`,
  "lo guardado de una cuenta es lo que dicen sus documentos": `
    with told as (select account_id, currency,
        sum(case when kind = 'invoice' then total_minor else 0 end) invoiced, sum(case when kind = 'invoice' then balance_minor else 0 end) owed,
        sum(case when kind = 'receipt' then balance_minor else 0 end) credit, max(case when kind = 'invoice' then issued_on end) bought
      from documents where kind in ('invoice', 'receipt') and status not in ('draft', 'voided') group by 1, 2)
    select coalesce(b.account_id, t.account_id) from account_balances b full join told t using (account_id, currency)
      where coalesce(b.invoiced_minor, 0) <> coalesce(t.invoiced, 0) or coalesce(b.balance_minor, 0) <> coalesce(t.owed, 0)
        or coalesce(b.credit_minor, 0) <> coalesce(t.credit, 0) or b.last_purchase_on is not t.bought`,
  "un estado de cuenta cierra con lo que se debe menos lo que hay a favor": `
    select b.account_id from account_balances b where b.balance_minor - b.credit_minor <>
      (select coalesce(sum(case kind when 'invoice' then total_minor else -total_minor end), 0) from documents
        where account_id = b.account_id and currency = b.currency and kind in ('invoice', 'receipt') and status in ('issued', 'posted'))`,
  "el libro de ventas tiene cada documento emitido una vez, y el anulado dos": `
    select d.id from documents d left join sales_ledger s on s.document_id = d.id where d.kind = 'invoice' and d.status <> 'draft' group by d.id
      having count(s.id) <> case d.status when 'voided' then 2 else 1 end or sum(s.sign * s.total_minor) <> case d.status when 'voided' then 0 else d.total_minor end
        or sum(s.sign * s.tax_minor) <> case d.status when 'voided' then 0 else d.tax_minor end or sum(s.sign * s.net_minor) <> case d.status when 'voided' then 0 else d.net_minor end`,
  "el libro de un mes es lo emitido en él menos lo anulado": `
    select s.period from sales_ledger s group by s.period having sum(s.sign * s.total_minor) <>
      (select coalesce(sum(total_minor), 0) from documents where kind = 'invoice' and number is not null and substr(issued_on, 1, 7) = s.period) -
      (select coalesce(sum(v.total_minor), 0) from sales_ledger v where v.period = s.period and v.status = 'voided')`,
  "el libro no nombra nada que no se emitió":
    "select s.document_id from sales_ledger s join documents d on d.id = s.document_id where d.status = 'draft' or d.kind = 'receipt'",
  "un borrador no tiene número donde se toma al emitir":
    "select id from documents where kind in ('invoice', 'receipt') and (status = 'draft') <> (number is null)",
  "los números de una serie son consecutivos": `
    with recursive taken as (select id, 1 as number, next from series union all select id, number + 1, next from taken where number + 1 < next)
    select t.id from taken t join series s on s.id = t.id where t.next > 1 and
      (select count(*) from documents d where d.series_id = t.id and d.number = t.number and d.revision = 1) +
      (select count(*) from burned_numbers b where b.series_id = t.id and b.number = t.number) +
      (select count(*) from prospects p where s.kind = 'prospect' and p.number = t.number) <> 1`,
  "ningún número pasa de su serie": `
    select d.id from documents d join series s on s.id = d.series_id where d.number >= s.next or d.number > coalesce(s.range_to, d.number) or d.kind <> s.kind`,
  "las facturas llevan fecha en el orden de sus números": `
    select d.id from documents d join documents e on e.series_id = d.series_id and e.number > d.number and e.issued_on < d.issued_on where d.kind in ('invoice', 'receipt')`,
  "de una cotización hay una sola versión vigente": "select number from documents where kind = 'quote' group by series_id, number having sum(is_current) <> 1",
  "lo emitido, enviado o registrado no se puede cambiar": `
    select id from documents where is_frozen <> (status not in ('draft') and kind in ('quote', 'invoice', 'receipt')) and kind <> 'order'`,
  "la próxima acción de un prospecto es la primera planeada": `
    select p.id from prospects p where p.next_action_on is not (select substr(starts_at, 1, 10) from activities
      where prospect_id = p.id and status = 'planned' and deleted_at is null order by starts_at_utc, id limit 1)`,
  "quién alcanza una cuenta es lo que dice la regla": `
    select account_id from (select account_id, principal from account_access except select account_id, principal from account_access_formula)
    union all select account_id from (select account_id, principal from account_access_formula except select account_id, principal from account_access)`,
  "lo que llegó por cada origen está contado": `
    select origin_id from (select * from origin_totals where total <> 0 except select * from origin_totals_formula)
    union all select origin_id from (select * from origin_totals_formula where total <> 0 except select * from origin_totals)`,
  "cuántas cuentas alcanza cada quien está contado": `
    select principal from account_access_counts where accounts <> (select count(*) from account_access where principal = account_access_counts.principal)`,
};

const mostNamed = 5;

/** What must hold of sums, numbers and what is kept of them; the first records of which it does not. */
export const bookChecks: DataCheck[] = Object.entries(sentences).map(([name, select]) => ({
  name,
  complaints: ({ $client }) => {
    const wrong = $client
      .prepare(`${select} limit ${mostNamed + 1}`)
      .pluck()
      .all();
    return wrong.length === 0 ? [] : [`no de ${wrong.slice(0, mostNamed).join(", ")}${wrong.length > mostNamed ? "…" : ""}`];
  },
}));
