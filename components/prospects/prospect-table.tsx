import { ListTable } from "@/components/lists/list-table";
import { EmailLink } from "@/components/ui/email-link";
import { PhoneLink } from "@/components/ui/phone-link";
import { Mark } from "@/components/ui/tag";
import { withQuery } from "@/lib/core/links";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { ProspectFilters } from "@/lib/prospects/filters";
import type { ProspectRow } from "@/lib/prospects/queries";
import { SignalState } from "./signal-state";

type Props = {
  page: { rows: ProspectRow[]; next?: string; previous?: string };
  filters: ProspectFilters;
  columns: ListColumn<ProspectRow>[];
  picking: boolean;
  today: string;
};

export function ProspectTable({ page, filters, columns, picking, today }: Props) {
  const urgency = t("prospects.by_urgency");
  return (
    <ListTable
      list="prospects"
      path="/prospects"
      label={t("prospects.title")}
      columns={columns}
      cells={{
        ...{ name: columns.some(({ key }) => key === "company") ? Person : Name, phone: Phone, email: Email, next: Next, quote: Quote, order: Order },
        signal: (row) => <SignalState facts={row} today={today} reason={row.lostReason} />,
      }}
      page={page}
      filters={filters}
      pick={picking ? ({ companyName, personName }) => companyName ?? personName : undefined}
      order={filters.sort === "urgency" ? urgency : <a href={withQuery("/prospects", filters, { sort: undefined })}>{urgency}</a>}
    />
  );
}

function Name({ id, companyName, personName, colorBackground, colorText }: ProspectRow) {
  return (
    <>
      <Mark color={colorBackground} />
      <a className={colorText ? `who ink-${colorText}` : "who"} href={`/prospects/${id}`}>
        {companyName ?? personName}
      </a>
      {companyName && <small>{personName}</small>}
    </>
  );
}

/** Where the company stands in a column of its own. */
function Person(row: ProspectRow) {
  return (
    <>
      <Mark color={row.colorBackground} />
      <a className={row.colorText ? `who ink-${row.colorText}` : "who"} href={`/prospects/${row.id}`}>
        {row.personName}
      </a>
    </>
  );
}

function Phone({ phone, phoneE164 }: ProspectRow) {
  return phone && <PhoneLink phone={phone} e164={phoneE164} />;
}

function Email({ email }: ProspectRow) {
  return email && <EmailLink email={email} />;
}

function Next({ id, signal, nextSubject, companyName, personName }: ProspectRow) {
  if (signal === "ordered" || signal === "cancelled") return null;
  const label = t("prospects.add_follow_up");
  const add = (
    <a href={`/prospects/${id}/follow-up`} aria-label={`${label}: ${companyName ?? personName}`}>
      {label}
    </a>
  );
  if (nextSubject === undefined) return add;
  return (
    <>
      {nextSubject} <small>{add}</small>
    </>
  );
}

function Quote({ latestQuoteId, quote }: ProspectRow) {
  return quote && <a href={`/quotes/${latestQuoteId}`}>{quote}</a>;
}

function Order({ latestOrderId, order }: ProspectRow) {
  return order && <a href={`/orders/${latestOrderId}`}>{order}</a>;
}
