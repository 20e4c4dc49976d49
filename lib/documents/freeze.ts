import { createHash } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { documents } from "@/db/schema";
import type { Row } from "./draft";
import { customerSnapshot, issuerSnapshot } from "./parties";
import type { Document } from "./queries";

type Printed = Pick<Row, "status" | "seriesId" | "number" | "revision" | "label" | "issuedOn" | "dueOn" | "validUntil">;

/** Fixes for good what is printed: customer and issuer as they are now, and a hash of it all chained to the one before in its series.
 *  From here on a trigger refuses any change of it. */
export function freezeDocument(tx: Transaction, document: Document, printed: Partial<Printed>, now: number): Row {
  const parties = { customerSnapshot: customerSnapshot(tx, document.accountId, document.contactId), issuerSnapshot: issuerSnapshot(tx) };
  const frozen = { ...document, ...parties, ...printed };
  const previousSha256 = lastHash(tx, frozen.seriesId);
  return tx
    .update(documents)
    .set({
      ...{ ...parties, ...printed, isFrozen: true, frozenAt: now, previousSha256, contentSha256: contentHash(frozen, previousSha256) },
      ...{ updatedAt: now, version: document.version + 1 },
    })
    .where(eq(documents.id, document.id))
    .returning()
    .get();
}

/** What the hash covers: everything printed or fiscal, and the hash before it. */
export function contentHash(document: Omit<Document, "principals">, previousSha256: string | null): string {
  const { kind, fiscalType, seriesId, number, revision, label, issuedOn, dueOn, validUntil, customerSnapshot, issuerSnapshot, currency, exchangeRate } =
    document;
  const { discountType, discountValue, grossMinor, discountMinor, netMinor, taxMinor, withheldMinor, totalMinor, notes, terms } = document;
  const lines = document.lines.map((line) => [
    ...[line.code, line.description, line.unit, line.quantity, line.unitPrice, line.discountType, line.discountValue],
    ...[line.grossMinor, line.discountMinor, line.netMinor, line.taxMinor, line.totalMinor],
    line.taxes.map(({ code, name, rate, treatment, amountMinor }) => [code, name, rate, treatment, amountMinor]),
  ]);
  const taxes = document.taxes.map(({ code, name, rate, treatment, baseMinor, amountMinor }) => [code, name, rate, treatment, baseMinor, amountMinor]);
  const content = [
    ...[previousSha256, kind, fiscalType, seriesId, number, revision, label, issuedOn, dueOn, validUntil, currency, exchangeRate],
    ...[partyOf(customerSnapshot), partyOf(issuerSnapshot), discountType, discountValue, grossMinor, discountMinor, netMinor, taxMinor],
    ...[withheldMinor, totalMinor, notes, terms, lines, taxes],
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

function partyOf(party: Document["customerSnapshot"]) {
  return party && [party.name, party.legalName, party.taxId, party.taxIdLabel, party.address, party.phone, party.email, party.contact, party.paymentData];
}

function lastHash(tx: Transaction, seriesId: number | null): string | null {
  if (seriesId === null) return null;
  const last = tx
    .select({ hash: documents.contentSha256 })
    .from(documents)
    .where(and(eq(documents.seriesId, seriesId), eq(documents.isFrozen, true)))
    .orderBy(desc(documents.number), desc(documents.revision))
    .limit(1)
    .get();
  return last?.hash ?? null;
}
