import type { Transaction } from "@/db/open";
import { salesLedger } from "@/db/schema";
import type { Row } from "./draft";
import type { Document } from "./queries";

/** One row of the sales ledger from what was frozen. Voiding adds the same amounts the other way round, in the month it happens. */
export function writeLedger(tx: Transaction, issued: Row, taxes: Document["taxes"], entry: { status: "valid" | "voided"; on: string; now: number }) {
  const { kind, fiscalType, issuedOn, currency, exchangeRate, grossMinor, discountMinor, netMinor, taxMinor, totalMinor } = issued;
  tx.insert(salesLedger)
    .values({
      ...{ kind, fiscalType, issuedOn, currency, exchangeRate, grossMinor, discountMinor, netMinor, taxMinor, totalMinor },
      documentId: issued.id,
      label: issued.label!,
      customerName: issued.customerName,
      customerTaxId: issued.customerSnapshot?.taxId ?? null,
      period: entry.on.slice(0, 7),
      status: entry.status,
      sign: entry.status === "valid" ? 1 : -1,
      taxes: taxes.map(({ code, rate, treatment, baseMinor, amountMinor }) => ({ code, rate, treatment, baseMinor, amountMinor })),
      createdAt: entry.now,
    })
    .run();
}
