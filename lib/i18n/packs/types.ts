import type { DocumentKind, priceModes, roundingModes, taxKinds, taxScopes, taxTreatments } from "@/db/vocabulary";
import type { Words } from "../keys";

export type PackCode = "MX" | "CO" | "XX";

/** What a country's people expect by default. Settings start from it; nothing here is a constant of the arithmetic. */
export type Pack = {
  code: PackCode;
  name: string;
  /** Region of the language tag, for plurals and month names only. */
  region: string;
  currency: string;
  /** As printed before an amount, with its own space if it takes one. */
  symbol: string;
  /** Decimals shown even when they are zero. An amount never hides cents it has. */
  decimals: number;
  decimal: "." | ",";
  group: "," | ".";
  datePattern: "dd/mm/yyyy" | "mm/dd/yyyy" | "yyyy-mm-dd";
  hourCycle: 12 | 24;
  /** 1 is Monday, 7 Sunday. */
  weekStart: 1 | 7;
  paper: "letter" | "a4";
  zone: string;
  /** Where a telephone number without prefix is; none means it must come with its prefix. */
  phoneCountry?: string;
  taxIdTypes: TaxIdType[];
  divisionWord: string;
  divisions: Division[];
  isPostalCodeRequiredToInvoice: boolean;
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

/** `rate` is percent as decimal text: "16". */
export type PackTax = Validity & {
  code: string;
  name: string;
  kind: (typeof taxKinds)[number];
  rate: string;
  treatment: (typeof taxTreatments)[number];
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

export type FiscalDocument = { kind: DocumentKind; code: string; name: string; isDefault?: boolean };
