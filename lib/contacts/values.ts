import type { Contact } from "./queries";

/** What the form shows of a contact, by field. */
export function contactValues({ salutation, givenName, familyName, phone, email, phoneUse, emailUse, originId, ownerId, description, internalNote }: Contact) {
  return { salutation, givenName, familyName, phone, email, phoneUse, emailUse, originId, ownerId, description, internalNote };
}
