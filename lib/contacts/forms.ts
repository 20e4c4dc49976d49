import { z } from "zod";
import { withGroup } from "@/lib/accounts/forms";
import { pointFields } from "@/lib/contact-points/forms";
import { checkbox, id, optionalDate, optionalEmail, optionalId, optionalPhone, optionalText, requiredText } from "@/lib/core/fields";
import { tagList } from "@/lib/tags/forms";

const person = {
  salutation: optionalText(40),
  givenName: requiredText(120),
  familyName: optionalText(120),
  phone: optionalPhone(),
  email: optionalEmail(),
  ...pointFields,
  originId: optionalId(),
  ownerId: optionalId(),
  ownerGroupId: optionalId(),
  website: optionalText(200),
  tags: tagList,
  description: optionalText(4000),
  internalNote: optionalText(4000),
};

/** What a person is and receives in one company. */
const relation = {
  role: optionalText(80),
  isPrimary: checkbox(),
  receivesQuotes: checkbox(),
  receivesInvoices: checkbox(),
  receivesCollection: checkbox(),
  sinceOn: optionalDate(),
  untilOn: optionalDate(),
};

export const contactForm = z.preprocess(withGroup, z.object({ accountId: optionalId(), ...person, ...relation }));
export const contactEditForm = z.preprocess(withGroup, z.object({ id: id(), ...person }));
export const contactRef = z.object({ id: id() });

/** An existing contact is picked, or a name makes a new one. */
export const relationForm = z.object({
  accountId: id(),
  contactId: optionalId(),
  givenName: optionalText(120),
  familyName: optionalText(120),
  phone: optionalPhone(),
  email: optionalEmail(),
  ...relation,
  /** The side it was added from, where to go back to. */
  from: z.enum(["account", "contact"]),
});
export const relationEditForm = z.object({ id: id(), ...relation, serviceStartsOn: optionalDate(), serviceEndsOn: optionalDate() });
export const relationRef = z.object({ id: id() });

export type ContactInput = z.output<typeof contactForm>;
type Person = Omit<z.output<typeof contactEditForm>, "id">;
type Shown = "phoneUse" | "emailUse" | "setsPoints" | "points" | "website" | "tags" | "ownerGroupId";
/** Who is written down in passing has one phone and one mailbox at most. */
export type PersonInput = Omit<Person, Shown> & Partial<Pick<Person, Shown>>;
export type NewRelationInput = z.output<typeof relationForm>;
type RelationDates = Partial<Record<"sinceOn" | "untilOn" | "serviceStartsOn" | "serviceEndsOn", string | null>>;
export type RelationInput = Omit<Pick<ContactInput, keyof typeof relation>, keyof RelationDates> & RelationDates;
