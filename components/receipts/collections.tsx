import { Table } from "@/components/ui/table";
import { minorText } from "@/lib/i18n/balances";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Collection } from "@/lib/receipts/queries";

/** What an invoice was paid with; a collection that was taken back stands twice, the second time with a minus. */
export function Collections({ collections }: { collections: Collection[] }) {
  return (
    <section aria-labelledby="collections">
      <h2 className="section-head" id="collections">
        {t("receipts.collections")}
      </h2>
      {collections.length === 0 ? <p className="soft">{t("receipts.no_collections")}</p> : <Rows collections={collections} />}
    </section>
  );
}

function Rows({ collections }: { collections: Collection[] }) {
  return (
    <Table
      label={t("receipts.collections")}
      columns={[
        { key: "number", label: t("receipts.document"), kind: "code", phone: "title" },
        { key: "date", label: t("receipts.fields.received_on"), kind: "date", phone: "line" },
        { key: "amount", label: t("receipts.fields.amount"), kind: "money", phone: "end" },
      ]}
      rows={collections.map(({ id, receiptId, kind, label, on, amountMinor, currency }) => ({
        key: id,
        cells: [
          kind === "receipt" ? (
            <a key="number" href={`/receipts/${receiptId}`}>
              {label}
            </a>
          ) : (
            label
          ),
          amountMinor < 0 ? `${formatDate(on)} · ${t("receipts.reversed")}` : formatDate(on),
          minorText(amountMinor, currency),
        ],
      }))}
    />
  );
}
