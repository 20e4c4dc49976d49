import { z } from "zod";
import { personTypes } from "@/db/vocabulary";
import { checkbox, optionalEmail, optionalId, optionalPhone, optionalText, requiredText } from "@/lib/core/fields";

const tagList = z
  .string()
  .max(500)
  .nullish()
  .transform((text) => [
    ...new Set(
      (text ?? "")
        .split(",")
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.string().max(40)).max(20));

export const accountForm = z.object({
  name: requiredText(200),
  legalName: optionalText(200),
  personType: z.enum(personTypes).default("company"),
  isSupplier: checkbox(),
  code: optionalText(40),
  taxId: optionalText(40),
  saveTaxIdAnyway: checkbox(),
  phone: optionalPhone(),
  email: optionalEmail(),
  website: optionalText(200),
  address: optionalText(300),
  addressReference: optionalText(200),
  city: optionalText(120),
  region: optionalText(120),
  postalCode: optionalText(20),
  country: optionalText(80),
  industryId: optionalId(),
  categoryId: optionalId(),
  originId: optionalId(),
  ownerId: optionalId(),
  tags: tagList,
  description: optionalText(4000),
  internalNote: optionalText(4000),
});
export type AccountInput = z.output<typeof accountForm>;

export const accountEditForm = accountForm.extend({ id: z.coerce.number().int().positive() });
export const accountRef = z.object({ id: z.coerce.number().int().positive() });
