import { z } from "zod";
import { type AddressUse, addressUses } from "@/db/vocabulary";
import { checkbox, optionalText, requiredText } from "@/lib/core/fields";
import { countryCode } from "@/lib/i18n/countries";

const address = z.object({
  use: z.enum(addressUses),
  address: requiredText(300),
  addressReference: optionalText(200),
  city: optionalText(120),
  region: optionalText(120),
  postalCode: optionalText(20),
  country: optionalText(80).refine((text) => text === null || countryCode(text) !== undefined, { params: { code: "invalid_country" } }),
  isMain: checkbox(),
});

export type AddressInput = z.output<typeof address>;
export type Place = Omit<AddressInput, "use" | "isMain" | "address"> & { address: string | null };
export type MainAddress = Place & { addressUse: AddressUse | null };

/** What the principal address is for, and the others there are. Blank rows are left out where they stand, so that errors keep their row.
 *  `setsAddresses` says that the form showed them: without it those there are stay. */
export const addressFields = {
  addressUse: z
    .enum(["", ...addressUses])
    .nullish()
    .transform((chosen) => chosen || null),
  setsAddresses: checkbox(),
  addresses: z
    .preprocess((value) => [...((value as unknown[] | undefined) ?? [])].map(blankToNull), z.array(address.nullable()).max(20))
    .transform((rows) => rows.filter((one) => one !== null)),
};

/** Of a row its use and its country are said beforehand. */
function blankToNull(row: unknown) {
  const { use: _use, country: _country, isMain: _isMain, ...said } = (row ?? {}) as Record<string, unknown>;
  return Object.values(said).every((value) => typeof value !== "string" || value.trim() === "") ? null : row;
}
