import type { Declared } from "./rules";

const one = { any: "required.asked" } as const;
const papers = { notes: "documents.fields.notes", terms: "documents.fields.terms", internalNote: "documents.fields.internal_note" } as const;
const customer = { accountId: "documents.fields.customer", lines: "documents.fields.lines" } as const;

/** By module: the kinds of its records, what the product itself needs, and what may stay empty until a company asks for it.
 *  What fills itself when it is left empty (the country, the owner of a prospect, a reminder) is not here. */
export const askable = {
  accounts: {
    kinds: { company: "accounts.person_types.company", individual: "accounts.person_types.individual", supplier: "required.supplier" },
    fixed: { name: "accounts.fields.name" },
    fields: {
      legalName: "accounts.fields.legal_name",
      taxId: "accounts.fields.tax_id",
      code: "accounts.fields.code",
      phone: "accounts.fields.phone",
      email: "accounts.fields.email",
      website: "accounts.fields.website",
      address: "accounts.fields.address",
      addressReference: "accounts.fields.address_reference",
      city: "accounts.fields.city",
      region: "accounts.fields.division",
      postalCode: "accounts.fields.postal_code",
      ownerId: "accounts.fields.owner",
      categoryId: "accounts.fields.category",
      interestId: "accounts.fields.interest",
      industryId: "accounts.fields.industry",
      originId: "accounts.fields.origin",
      tags: "app.tags",
      description: "accounts.fields.description",
      internalNote: "accounts.fields.internal_note",
    },
  },
  contacts: {
    kinds: one,
    fixed: { givenName: "contacts.fields.given_name" },
    fields: {
      familyName: "contacts.fields.family_name",
      salutation: "contacts.fields.salutation",
      role: "contacts.fields.role",
      phone: "contacts.fields.phone",
      email: "contacts.fields.email",
      website: "contacts.fields.website",
      originId: "contacts.fields.origin",
      ownerId: "contacts.fields.owner",
      tags: "app.tags",
      description: "contacts.fields.description",
      internalNote: "contacts.fields.internal_note",
    },
  },
  prospects: {
    kinds: one,
    fixed: { contactedOn: "prospects.fields.contacted_on", personName: "prospects.fields.person_name" },
    fields: {
      companyName: "prospects.fields.company_name",
      industryId: "prospects.fields.industry",
      phone: "prospects.fields.phone",
      email: "prospects.fields.email",
      region: "prospects.fields.division",
      appointmentOn: "prospects.fields.appointment_on",
      subject: "prospects.fields.subject",
      channelId: "prospects.fields.channel",
      originId: "prospects.fields.origin",
      notes: "prospects.fields.notes",
      internalNote: "prospects.fields.internal_note",
    },
  },
  activities: {
    kinds: {
      appointment: "activities.kinds.appointment",
      task: "activities.kinds.task",
      call: "activities.kinds.call",
      whatsapp: "activities.kinds.whatsapp",
      email: "activities.kinds.email",
      meeting: "activities.kinds.meeting",
      visit: "activities.kinds.visit",
      note: "activities.kinds.note",
    },
    fixed: { subject: "activities.fields.subject", date: "activities.fields.date" },
    fields: { time: "activities.fields.time", about: "activities.about", notes: "activities.fields.notes" },
  },
  catalog: {
    kinds: { product: "catalog.kinds.product", service: "catalog.kinds.service" },
    fixed: { code: "catalog.fields.code", name: "catalog.fields.name", unitPrice: "catalog.fields.price" },
    fields: { unit: "catalog.fields.unit", cost: "catalog.fields.cost", taxIds: "catalog.fields.taxes", description: "catalog.fields.description" },
  },
  quotes: { kinds: one, fixed: customer, fields: { contactId: "documents.fields.contact", validUntil: "documents.fields.valid_until", ...papers } },
  orders: { kinds: one, fixed: customer, fields: { contactId: "documents.fields.contact", ...papers } },
  invoices: { kinds: one, fixed: customer, fields: { contactId: "documents.fields.contact", dueOn: "documents.fields.due_on", ...papers } },
} as const satisfies Record<string, Declared>;
