import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { company } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import { isZone } from "@/lib/core/zones";
import type { Change } from "@/lib/events/record";
import { insertFile } from "@/lib/files/store";
import { judgeTaxId, taxIdLabel } from "@/lib/i18n/tax-id-types";
import type { CompanyInput, LogoInput } from "./forms";

type By = { userId: number | null; now: number };

/** What is printed from here on; papers already issued keep what they said. Throws when the zone does not exist,
 *  or the identification is none of the country's, unless it is to be saved anyway. */
export function editCompany(tx: Transaction, { saveTaxIdAnyway, allowsLooseContacts, ...input }: CompanyInput, by: By): Change {
  if (!isZone(input.zone)) throw new RuleError("settings.unknown_zone", "zone");
  const { taxId, pack } = tx.select({ taxId: company.taxId, pack: company.pack }).from(company).where(eq(company.id, 1)).get()!;
  const isWrong = input.taxId !== taxId && judgeTaxId({ taxId: input.taxId, country: null, personType: "individual" }, pack) === "invalid";
  if (isWrong && !saveTaxIdAnyway) throw new RuleError("invalid_tax_id", "taxId", { label: taxIdLabel(pack)! }, "saveTaxIdAnyway");
  const kept = { name: "company.tax_id_kept", change: { kind: "company", id: 1, before: null, after: { taxId: input.taxId } } };
  return { ...update(tx, { ...input, contactsNeedAccount: !allowsLooseContacts }, by), also: isWrong ? [kept] : [] };
}

export function setLogo(tx: Transaction, { file }: LogoInput, by: By): Change {
  const logoFileId = insertFile(tx, { ...file, mime: "image/png", createdAt: by.now, createdBy: by.userId });
  return update(tx, { logoFileId }, by);
}

function update(tx: Transaction, values: Partial<typeof company.$inferInsert>, { now }: By): Change {
  const before = tx.select().from(company).where(eq(company.id, 1)).get()!;
  const after = tx
    .update(company)
    .set({ ...values, updatedAt: now, version: before.version + 1 })
    .where(eq(company.id, 1))
    .returning()
    .get();
  return { kind: "company", id: 1, before, after };
}
