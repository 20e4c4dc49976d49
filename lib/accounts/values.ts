import { countryName } from "@/lib/i18n/countries";
import type { Account } from "./queries";

/** What the form shows of an account, by field. */
export function accountValues(account: Account, tags: string[]) {
  const { name, legalName, taxId, code, personType, isSupplier, phone, email, website, address, addressReference, city, region, postalCode, country } = account;
  const { addressUse, phoneUse, emailUse, categoryId, industryId, interestId, originId, description, internalNote } = account;
  const ownerId = account.ownerGroupId === null ? account.ownerId : `g${account.ownerGroupId}`;
  return {
    ...{ name, legalName, taxId, code, personType, isSupplier, phone, email, website, address, addressReference, city, region, postalCode },
    country: country && countryName(country),
    ...{ addressUse, phoneUse, emailUse, ownerId, categoryId, industryId, interestId, originId, description, internalNote, tags: tags.join(", ") },
  };
}
