import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Table } from "@/components/ui/table";
import { minorText } from "@/lib/i18n/balances";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Debtor } from "@/lib/receipts/choices";

/** First step of a collection that starts from nothing: whose money it is. */
export function PayerChoice({ q, debtors }: { q: string; debtors: Debtor[] }) {
  const title = t("receipts.new");
  const nobody = q === "" ? t("receipts.who_empty") : t("app.nothing_found");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.receipt_form")}
        title={title}
        soft={t("receipts.who")}
        crumbs={[{ href: "/receipts", label: t("receipts.title") }, { label: title }]}
      />
      <form className="bar" action="/receipts/new" method="get">
        <input
          className="input find"
          type="search"
          name="q"
          aria-label={t("receipts.who")}
          defaultValue={q}
          placeholder={t("receipts.who_hint")}
          enterKeyHint="search"
        />
        <Button>{t("app.search")}</Button>
      </form>
      {q === "" && debtors.length > 0 && <h2 className="section-head">{t("receipts.who_owes")}</h2>}
      {debtors.length === 0 ? <p className="soft">{nobody}</p> : <Debtors debtors={debtors} />}
    </main>
  );
}

function Debtors({ debtors }: { debtors: Debtor[] }) {
  return (
    <Table
      label={t("receipts.who")}
      columns={[
        { key: "name", label: t("receipts.fields.account"), phone: "title" },
        { key: "city", label: t("accounts.fields.city"), kind: "soft", phone: "line" },
        { key: "since", label: t("documents.fields.due_on"), kind: "date", phone: "label" },
        { key: "owes", label: t("accounts.balance"), kind: "money", phone: "end" },
      ]}
      rows={debtors.map(({ accountId, name, city, oldestDueOn, balances }) => ({
        key: accountId,
        cells: [
          <a key="name" href={`/receipts/new?account=${accountId}`}>
            {name}
          </a>,
          city,
          oldestDueOn && formatDate(oldestDueOn),
          balances.map(({ currency, balanceMinor }) => minorText(balanceMinor, currency)).join(" · "),
        ],
      }))}
    />
  );
}
