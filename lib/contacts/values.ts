import type { Contact } from "./queries";

/** What the form shows of a contact, by field. */
export function contactValues(contact: Contact, tags: readonly { name: string }[]) {
  const { salutation, givenName, familyName, phone, email, phoneUse, emailUse, originId, website, description, internalNote } = contact;
  const ownerId = contact.ownerGroupId === null ? contact.ownerId : `g${contact.ownerGroupId}`;
  return {
    ...{ salutation, givenName, familyName, phone, email, phoneUse, emailUse, originId, website, description, internalNote },
    ...{ ownerId, tags: tags.map(({ name }) => name).join(", ") },
  };
}
