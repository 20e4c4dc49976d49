import { z } from "zod";
import { personTypes } from "@/db/vocabulary";
import { addressFields } from "@/lib/addresses/forms";
import { pointFields } from "@/lib/contact-points/forms";
import { checkbox, id, optionalEmail, optionalId, optionalPhone, optionalText, requiredText } from "@/lib/core/fields";
import { tagList } from "@/lib/tags/forms";

const fields = {
  name: requiredText(200),
  legalName: optionalText(200),
  personType: z.enum(personTypes).default("company"),
  isSupplier: checkbox(),
  code: optionalText(40),
  taxId: optionalText(40),
  saveTaxIdAnyway: checkbox(),
  saveDuplicateAnyway: checkbox(),
  phone: optionalPhone(),
  email: optionalEmail(),
  ...pointFields,
  ...addressFields,
  website: optionalText(200),
  address: optionalText(300),
  addressReference: optionalText(200),
  city: optionalText(120),
  region: optionalText(120),
  postalCode: optionalText(20),
  country: optionalText(80),
  industryId: optionalId(),
  categoryId: optionalId(),
  interestId: optionalId(),
  originId: optionalId(),
  ownerId: optionalId(),
  ownerGroupId: optionalId(),
  tags: tagList,
  description: optionalText(4000),
  internalNote: optionalText(4000),
};

export const accountForm = z.preprocess(withGroup, z.object(fields));
export type AccountInput = z.output<typeof accountForm>;

export const accountEditForm = z.preprocess(withGroup, z.object({ ...fields, id: z.coerce.number().int().positive() }));
export const accountRef = z.object({ id: z.coerce.number().int().positive() });

/** Who leads an account from now on; what is still to do there may go along. */
export const accountOwnerForm = z.preprocess(
  withGroup,
  z.object({ id: z.coerce.number().int().positive(), ownerId: optionalId(), ownerGroupId: optionalId(), takesActivities: checkbox() }),
);
export const shareForm = z.object({ id: z.coerce.number().int().positive(), groupId: id() });

/** One list offers colleagues and groups: `g3` is the third group. A group is said in no other way. */
export function withGroup(value: unknown) {
  const typed = value as { ownerId?: unknown } | undefined;
  const group = typeof typed?.ownerId === "string" ? /^g(\d{1,16})$/.exec(typed.ownerId.trim())?.[1] : undefined;
  return { ...typed, ...(group && { ownerId: "" }), ownerGroupId: group };
}
