import type { DocumentKind, priceModes, roundingModes, taxKinds, taxScopes, taxTreatments } from "@/db/vocabulary";
import type { Words } from "../keys";

export const packCodes = ["MX", "CO", "AR", "UY", "CL", "PE", "BO", "VE", "EC", "PY", "CR", "DO", "GT", "PA", "ES", "XX"] as const;
export type PackCode = (typeof packCodes)[number];

/** What a country's people expect by default. Settings start from it; nothing here is a constant of the arithmetic. */
export type Pack = {
  code: PackCode;
  name: string;
  /** Region of the language tag, for plurals and month names only. */
  region: string;
  currency: string;
  /** As printed beside an amount, with its own space if it takes one. */
  symbol: string;
  symbolPlace?: "after";
  /** Decimals shown even when they are zero. An amount never hides cents it has. */
  decimals: number;
  decimal: "." | ",";
  group: "," | "." | "\u00a0";
  /** How many digits before the decimals begin to be grouped: 4, or 5 where 1234 is written together. */
  groupsFrom?: 5;
  datePattern: "dd/mm/yyyy" | "dd-mm-yyyy" | "mm/dd/yyyy" | "yyyy-mm-dd";
  hourCycle: 12 | 24;
  /** 1 is Monday, 7 Sunday. */
  weekStart: 1 | 7;
  paper: "letter" | "a4";
  zone: string;
  /** Where a telephone number without prefix is; none means it must come with its prefix. */
  phoneCountry?: string;
  /** The business one comes first. */
  taxIdTypes: TaxIdType[];
  divisionWord: string;
  divisions: Division[];
  isPostalCodeRequiredToInvoice: boolean;
  /** In the order in which they are charged: what another one is charged upon stands before it. */
  taxes: PackTax[];
  withholdings: PackWithholding[];
  priceMode: (typeof priceModes)[number];
  rounding: { mode: (typeof roundingModes)[number]; taxScope: (typeof taxScopes)[number]; isLocked: boolean };
  fiscalDocuments: FiscalDocument[];
  finalConsumer: { name: string; taxIdType: string; taxId: string };
  words: Words;
};

export type TaxIdType = { code: string; label: string; holder: "company" | "individual" | "both" };

/** ISO 3166-2 without the country, and the short name people use. */
export type Division = { code: string; name: string };

/** Valid from the first to the last day named, both inclusive; no end means until somebody changes it. */
export type Validity = { validFrom: string; validTo?: string };

/** `rate` is percent as decimal text: "16"; of a tax per unit it is money. `basePlus` names, with commas, the earlier taxes it is charged upon too. */
export type PackTax = Validity & {
  code: string;
  name: string;
  kind: (typeof taxKinds)[number];
  rate: string;
  treatment: (typeof taxTreatments)[number];
  basePlus?: string;
  isDefault?: boolean;
};

export type PackWithholding = Validity & {
  code: string;
  name: string;
  rate: string;
  /** `tax:IVA` takes every tax whose code begins so. */
  base: "net" | "taxes" | "total" | `tax:${string}`;
  effect: "reduces_total" | "reduces_amount_due";
};

/** `needsTaxId`: it cannot be issued to who has no valid identification. */
export type FiscalDocument = { kind: DocumentKind; code: string; name: string; isDefault?: boolean; needsTaxId?: boolean };
