import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accounts, company } from "@/db/schema";
import type { Scope } from "@/lib/access/scope";
import { canEditAccount } from "@/lib/accounts/policy";
import { findAccount } from "@/lib/accounts/queries";
import { RuleError } from "@/lib/core/errors";
import { current } from "@/lib/i18n/current";
import { isPackCode, packs } from "@/lib/i18n/packs";
import type { Pack } from "@/lib/i18n/packs/types";
import { judgeTaxId, type TaxIdBearer, taxIdLabel } from "@/lib/i18n/tax-id-types";
import type { SalesKind } from "./kinds";
import type { Document } from "./queries";

type Customer = TaxIdBearer & { name: string };

/** What keeps a document of this kind from being issued to that customer; undefined when nothing does. */
export function fiscalFault(pack: Pack, kind: SalesKind, customer: Customer): RuleError | undefined {
  const papers = pack.fiscalDocuments.filter((paper) => paper.kind === kind);
  if (!papers.some(({ needsTaxId }) => needsTaxId)) return undefined;
  const { name, taxId } = customer;
  const label = taxIdLabel(pack.code)!;
  if (taxId === null) {
    const isForAnybody = papers.some(({ needsTaxId }) => !needsTaxId);
    return isForAnybody ? undefined : new RuleError("documents.customer_tax_data", "", { name, fields: label });
  }
  if (judgeTaxId(customer, pack.code) !== "invalid") return undefined;
  return new RuleError("documents.customer_tax_id", "", { name, label, text: taxId });
}

export type FiscalFault = NonNullable<ReturnType<typeof faultOfDraft>>;

/** What to put right before a draft can be issued, for who sees its customer. */
export function faultOfDraft(scope: Scope, kind: SalesKind, { status, accountId }: Pick<Document, "status" | "accountId">) {
  const customer = status === "draft" ? findAccount(scope, accountId) : undefined;
  const fault = customer && fiscalFault(current().pack, kind, customer);
  return fault && { code: fault.code, values: fault.values, accountId, mayEdit: canEditAccount(scope.viewer, customer) };
}

/** Throws when the company's country asks for a valid identification on this kind and the customer has none. */
export function requireFiscalData(tx: Transaction, kind: SalesKind, accountId: number) {
  const code = tx.select({ pack: company.pack }).from(company).get()!.pack;
  const customer = tx.select().from(accounts).where(eq(accounts.id, accountId)).get()!;
  const fault = fiscalFault(packs[isPackCode(code) ? code : "XX"], kind, customer);
  if (fault) throw fault;
}
