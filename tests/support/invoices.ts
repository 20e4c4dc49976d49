import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accounts, documents } from "@/db/schema";
import { sortKey } from "@/lib/core/text";
import { keepAccountBalance, settleDocument } from "@/lib/documents/balances";
import { seriesFor, takeNumber } from "@/lib/documents/numbering";
import { now, today } from "./world";

type Invoice = { accountId: number; totalMinor: number; dueOn?: string; currency?: string };

/** An issued invoice of one amount, for tests of what comes after it. */
export function issuedInvoice(tx: Transaction, { accountId, totalMinor, dueOn = today, currency = "MXN" }: Invoice) {
  const account = tx.select().from(accounts).where(eq(accounts.id, accountId)).get()!;
  const row = tx
    .insert(documents)
    .values({
      kind: "invoice",
      status: "issued",
      ...takeNumber(tx, seriesFor(tx, "invoice", null), today),
      accountId,
      ownerId: account.ownerId!,
      customerName: account.name,
      customerNameKey: sortKey(account.name),
      issuedOn: today,
      dueOn,
      currency,
      priceMode: "tax_excluded",
      roundingMode: "half_up",
      taxScope: "rate",
      netMinor: totalMinor,
      totalMinor,
      isFrozen: true,
      createdAt: now,
      updatedAt: now,
    })
    .returning()
    .get();
  settleDocument(tx, row.id);
  keepAccountBalance(tx, accountId, currency);
  return row;
}
