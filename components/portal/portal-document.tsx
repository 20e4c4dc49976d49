import { ButtonLink } from "@/components/ui/button";
import { Facts, Totals } from "@/components/ui/figures";
import { PageHead } from "@/components/ui/page-head";
import { Table } from "@/components/ui/table";
import { isSalesKind } from "@/lib/documents/kinds";
import { discountText, lineAmountMinor, sumsOf } from "@/lib/documents/sums";
import { minorText } from "@/lib/i18n/balances";
import { formatDate, formatMoney, formatNumber } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { findPortalDocument } from "@/lib/portal/queries";
import { documentTitle } from "./portal-home";
import { deadlineText, PortalState } from "./portal-state";

type Document = NonNullable<ReturnType<typeof findPortalDocument>>;

/** A document as it was printed. */
export function PortalDocumentPage({ document, today }: { document: Document; today: string }) {
  const { id, accountId, kind, label, customerName, issuedOn, notes, terms, lines } = document;
  const title = documentTitle(kind, label);
  const deadline = deadlineText(document);
  const download = isSalesKind(kind) && (
    <ButtonLink href={`/portal/documents/${id}/pdf`} look="main" icon="download">
      {t("portal.download_pdf")}
    </ButtonLink>
  );
  const facts = [
    { label: t("documents.fields.customer"), value: customerName },
    { label: t("documents.fields.date"), value: formatDate(issuedOn) },
    { label: t("documents.fields.notes"), value: notes },
    { label: t("documents.fields.terms"), value: terms },
  ];
  return (
    <main>
      <title>{`${title} · ${t("portal.title")}`}</title>
      <PageHead
        help={t("help.portal_document")}
        title={title}
        soft={
          <>
            <PortalState document={document} today={today} /> {deadline && `· ${deadline}`}
          </>
        }
        crumbs={[{ href: `/portal?cuenta=${accountId}`, label: t("portal.home") }, { label: title }]}
        actions={download}
      />
      <Facts facts={facts} />
      <div className="section">
        {lines.length > 0 && <Lines document={document} />}
        {kind === "receipt" && <Payment document={document} />}
        <Sums document={document} />
      </div>
    </main>
  );
}

function Lines({ document }: { document: Document }) {
  const { lines, currency } = document;
  const isDiscounted = lines.some(({ discountValue }) => discountValue);
  return (
    <Table
      label={t("documents.lines.title")}
      columns={[
        { key: "description", label: t("documents.lines.description"), phone: "title" },
        { key: "quantity", label: t("documents.lines.quantity"), kind: "number", phone: "label" },
        { key: "price", label: t("documents.lines.price"), kind: "money", phone: "label" },
        ...(isDiscounted ? [{ key: "discount", label: t("documents.lines.discount"), kind: "number", phone: "label" } as const] : []),
        { key: "amount", label: t("documents.lines.amount"), kind: "money", phone: "label" },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          line.description,
          [formatNumber(line.quantity), line.unit].filter(Boolean).join(" "),
          formatMoney(line.unitPrice, currency),
          ...(isDiscounted ? [discountText(line, currency)] : []),
          minorText(lineAmountMinor(line, document), currency),
        ],
      }))}
    />
  );
}

function Payment({ document: { tenders, settles, currency } }: { document: Document }) {
  return (
    <>
      <h2>{t("portal.paid_with")}</h2>
      <Facts facts={tenders.map(({ method, amountMinor }) => ({ label: t(`receipts.methods.${method}`), value: minorText(amountMinor, currency) }))} />
      {settles.length > 0 && <h2>{t("portal.applied_to")}</h2>}
      <Facts
        facts={settles.map(({ id, label, amountMinor }) => ({
          label: label ?? "",
          value: <a href={`/portal/documents/${id}`}>{minorText(amountMinor, currency)}</a>,
        }))}
      />
    </>
  );
}

function Sums({ document }: { document: Document }) {
  const { kind, currency, totalMinor, balanceMinor } = document;
  const money = (minor: number) => minorText(minor, currency);
  if (kind === "receipt") return <Totals facts={[{ label: t("documents.fields.total"), value: money(totalMinor) }]} />;
  const owed = kind === "invoice" ? [{ label: t("documents.fields.balance"), value: money(balanceMinor) }] : [];
  return <Totals facts={[...sumsOf(document).map(({ label, minor }) => ({ label, value: money(minor) })), ...owed]} />;
}
