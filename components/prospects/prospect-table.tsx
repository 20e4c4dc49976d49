import type { ReactNode } from "react";
import { EmailLink } from "@/components/ui/email-link";
import { type Column, Table } from "@/components/ui/table";
import { Mark } from "@/components/ui/tag";
import { sortLink } from "@/lib/core/links";
import { telLink } from "@/lib/core/phones";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { ProspectFilters } from "@/lib/prospects/filters";
import type { ProspectRow } from "@/lib/prospects/queries";
import { SignalState } from "./signal-state";

type Props = { rows: ProspectRow[]; filters: ProspectFilters; today: string; divisionWord: string; hasCenters: boolean };
type Cell = Column & { cell: (row: ProspectRow) => ReactNode; isExtra?: boolean };

/** S1's columns in its order. The less used ones appear with «Todas las columnas», and on each prospect's page. */
export function ProspectTable({ rows, filters, today, divisionWord, hasCenters }: Props) {
  const sort = (column: string) => sortLink("/prospects", filters, column);
  const all: Cell[] = [
    { key: "signal", label: t("prospects.fields.signal"), phone: "line", cell: (row) => <Signal row={row} today={today} /> },
    { key: "number", label: t("prospects.fields.number"), kind: "code", sort: sort("number"), phone: "skip", cell: ({ number }) => number },
    {
      ...{ key: "date", label: t("prospects.fields.contacted_on"), kind: "date", sort: sort("contacted"), phone: "skip" },
      cell: ({ contactedOn }) => formatDate(contactedOn),
    },
    { key: "name", label: t("prospects.fields.person_name"), sort: sort("name"), phone: "title", cell: Name },
    { key: "phone", label: t("prospects.fields.phone"), kind: "phone", phone: "line", cell: Phone },
    { key: "email", label: t("prospects.fields.email"), isExtra: true, phone: "skip", cell: Email },
    { key: "region", label: divisionWord, kind: "soft", isExtra: true, phone: "skip", cell: ({ region }) => region },
    { key: "status", label: t("prospects.fields.status"), kind: "soft", phone: "skip", cell: ({ status }) => t(`prospects.statuses.${status}`) },
    { key: "next", label: t("prospects.fields.next_action"), phone: "line", cell: Next },
    { key: "quote", label: t("prospects.fields.latest_quote"), kind: "code", phone: "skip", cell: Quote },
    { key: "order", label: t("prospects.fields.latest_order"), kind: "code", phone: "skip", cell: Order },
    { key: "owner", label: t("prospects.fields.owner"), kind: "soft", phone: "skip", cell: ({ owner }) => owner },
    { key: "creator", label: t("prospects.fields.created_by"), kind: "soft", isExtra: true, phone: "skip", cell: ({ creator }) => creator },
    { key: "channel", label: t("prospects.fields.channel"), kind: "soft", isExtra: true, phone: "skip", cell: ({ channel }) => channel },
    { key: "note", label: t("prospects.fields.internal_note"), isExtra: true, phone: "skip", cell: ({ internalNote }) => internalNote },
    ...(hasCenters ? [center()] : []),
  ];
  const isWide = filters.columns === "all";
  const shown = all.filter(({ isExtra }) => isWide || !isExtra);
  return (
    <Table
      label={t("prospects.title")}
      scrolls={isWide}
      columns={shown.map(({ cell: _cell, isExtra: _extra, ...column }) => column)}
      rows={rows.map((row) => ({ key: row.id, cells: shown.map(({ cell }) => cell(row)) }))}
    />
  );
}

function Signal({ row, today }: { row: ProspectRow; today: string }) {
  return <SignalState facts={row} today={today} reason={row.lostReason} />;
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

function Phone({ phone, phoneE164 }: ProspectRow) {
  return phoneE164 ? <a href={telLink(phoneE164)}>{phone}</a> : phone;
}

function Email({ email }: ProspectRow) {
  return email && <EmailLink email={email} />;
}

function Next({ id, signal, nextSubject }: ProspectRow) {
  if (signal === "ordered" || signal === "cancelled") return null;
  return nextSubject ?? <a href={`/prospects/${id}/follow-up`}>{t("prospects.add_follow_up")}</a>;
}

function Quote({ latestQuoteId, quote }: ProspectRow) {
  return quote && <a href={`/quotes/${latestQuoteId}`}>{quote}</a>;
}

function Order({ latestOrderId, order }: ProspectRow) {
  return order && <a href={`/orders/${latestOrderId}`}>{order}</a>;
}

function center(): Cell {
  return { key: "center", label: t("prospects.fields.work_center"), kind: "soft", isExtra: true, phone: "skip", cell: ({ workCenter }) => workCenter };
}
