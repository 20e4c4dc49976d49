import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { company, documents } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { judgeTaxId, type TaxIdBearer, taxIdLabel } from "@/lib/i18n/tax-id-types";

const fiscalKinds = ["invoice", "debit_note", "credit_note"] as const;

export function homeCountry(tx: Pick<Transaction, "select">): string {
  return tx.select({ pack: company.pack }).from(company).get()?.pack ?? "XX";
}

/** Throws at `taxId` when it is not one of its country: to be saved anyway, unless the account already has fiscal documents. */
export function requireTaxId(tx: Transaction, id: number | null, account: TaxIdBearer, anyway: boolean) {
  const home = homeCountry(tx);
  if (judgeTaxId(account, home) !== "invalid") return;
  const label = labelOf(account, home);
  if (id !== null && hasFiscalDocuments(tx, id)) throw new RuleError("accounts.tax_id_issued", "taxId", { label });
  if (!anyway) throw new RuleError("invalid_tax_id", "taxId", { label }, "saveTaxIdAnyway");
}

/** The event that says it was saved knowing it to be wrong. */
export function keptTaxId(tx: Transaction, { id, taxId, ...account }: TaxIdBearer & { id: number }): NonNullable<Change["also"]> {
  if (judgeTaxId({ taxId, ...account }, homeCountry(tx)) !== "invalid") return [];
  return [{ name: "account.tax_id_kept", change: { kind: "account", id, accountId: id, before: null, after: { taxId } } }];
}

/** Only of a country with a rule can a number be wrong, so that it has a name there. */
function labelOf({ country }: TaxIdBearer, home: string): string {
  return taxIdLabel(country ?? home)!;
}

function hasFiscalDocuments(tx: Transaction, accountId: number): boolean {
  const issued = and(eq(documents.accountId, accountId), inArray(documents.kind, [...fiscalKinds]), isNotNull(documents.number));
  return tx.select({ id: documents.id }).from(documents).where(issued).limit(1).get() !== undefined;
}
