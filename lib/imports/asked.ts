import type { ImportKind } from "@/db/vocabulary";
import { current } from "@/lib/i18n/current";
import { type AskedModule, fieldsAsked } from "@/lib/required/rules";

/** The columns that fill a record, by its fields. */
export const accountColumns: Record<string, string> = {
  ...{ code: "code", legalName: "legalName", taxId: "taxId", phone: "phone", email: "email", website: "website", description: "description" },
  ...{ address: "line1", addressReference: "addressReference", city: "city", region: "region", postalCode: "postalCode" },
};
export const contactColumns: Record<string, string> = { familyName: "contactFamilyName", role: "contactRole", phone: "contactPhone", email: "contactEmail" };
export const itemColumns: Record<string, string> = { unit: "unit", description: "description" };

/** The columns of a file that the company asks to be filled. */
export function columnsAsked(kind: ImportKind): string[] {
  const rules = current().requiredFields ?? [];
  const asked = (module: AskedModule, kinds: string[], columns: Record<string, string>) =>
    fieldsAsked(rules, module, kinds).flatMap((field) => columns[field] ?? []);
  if (kind === "catalog") return asked("catalog", ["product", "service"], itemColumns);
  return [...asked("accounts", ["company"], accountColumns), ...asked("contacts", ["any"], contactColumns)];
}
