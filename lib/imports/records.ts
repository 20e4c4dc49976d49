import type { catalogKinds } from "@/db/vocabulary";

export type AccountRecord = {
  code?: string;
  name: string;
  legalName?: string;
  taxId?: string;
  phone?: string;
  email?: string;
  otherPhone?: string;
  otherEmail?: string;
  website?: string;
  addressReference?: string;
  description?: string;
  /** Who is in charge, as the file names them. */
  owner?: string;
  address: { line1?: string; city?: string; region?: string; postalCode?: string; country?: string };
  contact?: ContactRecord;
};
export type ContactRecord = { givenName: string; familyName: string; role?: string; phone?: string; email?: string };
export type CatalogRecord = {
  code: string;
  name: string;
  description?: string;
  unit?: string;
  /** Canonical decimal text. */
  unitPrice: string;
  isActive: boolean;
  kind: (typeof catalogKinds)[number];
};

/** What a row's cells say, by target; what is empty or has no column is undefined. Required ones were checked before. */
export type CellValues = Record<string, string | undefined>;

export function accountRecord(values: CellValues, country: string): AccountRecord {
  return {
    code: values.code,
    name: values.name!,
    legalName: values.legalName,
    taxId: values.taxId,
    phone: values.phone,
    email: values.email,
    otherPhone: values.otherPhone,
    otherEmail: values.otherEmail,
    website: values.website,
    addressReference: values.addressReference,
    description: values.description,
    owner: values.owner,
    address: {
      line1: values.line1,
      city: values.city,
      region: values.region,
      postalCode: values.postalCode,
      country: values.country ?? (country || undefined),
    },
    contact: contactRecord(values),
  };
}

export function catalogRecord(values: CellValues): CatalogRecord {
  return {
    code: values.code!,
    name: values.name!,
    description: values.description,
    unit: values.unit,
    unitPrice: values.unitPrice!,
    isActive: values.isActive !== "false" && values.isInactive !== "true",
    kind: values.kind === "service" ? "service" : "product",
  };
}

/** A contact needs a name; phone, e-mail or role without one belong to nobody. */
export function isNamelessContact(values: CellValues) {
  const hasName = values.contactName ?? values.contactGivenName ?? values.contactFamilyName;
  return !hasName && Boolean(values.contactPhone ?? values.contactEmail ?? values.contactRole);
}

/** One cell with the whole name is cut after its first word; what has columns of its own wins. */
function contactRecord(values: CellValues): ContactRecord | undefined {
  const [first, ...rest] = (values.contactName ?? "").split(/\s+/);
  const givenName = values.contactGivenName ?? (first || values.contactFamilyName);
  if (!givenName) return undefined;
  const familyName = values.contactFamilyName ?? rest.join(" ");
  return {
    givenName,
    familyName: givenName === familyName ? "" : familyName,
    role: values.contactRole,
    phone: values.contactPhone,
    email: values.contactEmail,
  };
}
