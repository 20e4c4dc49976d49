import { z } from "zod";
import { priceModes, taxKinds, taxTreatments } from "@/db/vocabulary";
import type { DecimalFormat } from "@/lib/core/decimal";
import { checkbox, decimalText, id, optionalDate, optionalEmail, optionalId, optionalText, requiredText } from "@/lib/core/fields";

export const largestLogo = 5 * 1_048_576;

const days = z.coerce.number().int().min(1).max(365);

export const companyForm = z.object({
  name: requiredText(200),
  legalName: optionalText(200),
  taxId: optionalText(40),
  saveTaxIdAnyway: checkbox(),
  phone: optionalText(40),
  email: optionalEmail(),
  address: optionalText(300),
  city: optionalText(120),
  region: optionalText(120),
  postalCode: optionalText(20),
  paymentData: optionalText(1000),
  quoteValidDays: days,
  quoteSilenceDays: days,
  allowsLooseContacts: checkbox(),
  asksDuplicates: checkbox(),
  filesRoomMb: z.coerce.number().int().min(100).max(10_000_000),
  zone: requiredText(60),
  priceMode: z.enum(priceModes),
});
export type CompanyInput = z.output<typeof companyForm>;

export const logoForm = z.object({ file: z.object({ name: z.string(), sha256: z.string(), size: z.number() }) });
export type LogoInput = z.output<typeof logoForm>;

export function taxForm(format: DecimalFormat) {
  return z.object({
    id: optionalId(),
    code: requiredText(20),
    name: requiredText(60),
    kind: z.enum(taxKinds),
    rate: decimalText({ max: 6, min: "0", format }),
    treatment: z.enum(taxTreatments),
    validFrom: optionalDate(),
    validTo: optionalDate(),
    isDefault: checkbox(),
  });
}
export type TaxInput = z.output<ReturnType<typeof taxForm>>;

export const taxOfferForm = z.object({ id: id(), isActive: z.enum(["yes", "no"]) });
