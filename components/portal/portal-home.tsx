import { ButtonLink } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Table } from "@/components/ui/table";
import { isSalesKind } from "@/lib/documents/kinds";
import { minorText } from "@/lib/i18n/balances";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Debt, PortalAccount, PortalDocument } from "@/lib/portal/queries";
import { PortalDebts } from "./portal-debts";
import { PortalState } from "./portal-state";

type Props = {
  name: string;
  hour: number;
  today: string;
  account: PortalAccount;
  accounts: PortalAccount[];
  /** Undefined where invoices are not shown. */
  debts: Debt[] | undefined;
  toAccept: PortalDocument[] | undefined;
  documents: PortalDocument[];
};

/** How much do I owe, what waits for my word, whom do I call: in this order, and nothing else. */
export function PortalHome({ name, hour, today, account, accounts, debts, toAccept, documents }: Props) {
  const items = accounts.map((one) => ({ href: `/portal?cuenta=${one.id}`, label: one.name, current: one.id === account.id }));
  return (
    <main>
      <title>{`${t("portal.title")} · ${account.name}`}</title>
      <PageHead help={t("help.portal")} title={greeting(hour, name)} soft={account.name} />
      {accounts.length > 1 && <Chips label={t("portal.change_account")} items={items} />}
      <PortalDebts debts={debts} toAccept={toAccept} />
      <h2>{t("portal.latest_documents")}</h2>
      {documents.length === 0 ? <EmptyState title={t("portal.no_documents")} /> : <Documents documents={documents} today={today} />}
      <Owner account={account} />
    </main>
  );
}

function Documents({ documents, today }: Pick<Props, "documents" | "today">) {
  return (
    <Table
      label={t("portal.latest_documents")}
      columns={[
        { key: "document", label: t("portal.document"), phone: "title" },
        { key: "date", label: t("documents.fields.date"), kind: "date", phone: "line" },
        { key: "state", label: t("documents.fields.status"), kind: "state", phone: "line" },
        { key: "total", label: t("documents.fields.total"), kind: "money", phone: "end" },
        { key: "pdf", label: "PDF", phone: "line" },
      ]}
      rows={documents.map((document) => ({ key: document.id, cells: cellsOf(document, today) }))}
    />
  );
}

function cellsOf(document: PortalDocument, today: string) {
  const { id, kind, label, issuedOn, currency, totalMinor } = document;
  const title = documentTitle(kind, label);
  return [
    <a key="document" href={`/portal/documents/${id}`}>
      {title}
    </a>,
    formatDate(issuedOn),
    <PortalState key="state" document={document} today={today} />,
    minorText(totalMinor, currency),
    isSalesKind(kind) && (
      <a key="pdf" href={`/portal/documents/${id}/pdf`} aria-label={`PDF, ${title}`}>
        PDF
      </a>
    ),
  ];
}

function Owner({ account: { ownerName, ownerEmail } }: { account: PortalAccount }) {
  if (ownerName === null) return null;
  return (
    <section>
      <div className="section-head">
        <h2>{t("portal.your_contact")}</h2>
      </div>
      <p>{ownerName}</p>
      {ownerEmail && (
        <div className="bar">
          <ButtonLink href={`mailto:${ownerEmail}`} icon="mail">
            {t("portal.write")}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

export function documentTitle(kind: PortalDocument["kind"], label: string | null): string {
  return t("documents.title_of", { kind: t(`documents.kinds.${kind}.one`), number: label ?? "" });
}

function greeting(hour: number, name: string): string {
  if (hour < 12) return t("portal.good_morning", { name });
  return hour < 19 ? t("portal.good_afternoon", { name }) : t("portal.good_evening", { name });
}
