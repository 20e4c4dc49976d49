/** A commercial document ready for paper: every amount, date and word already is the text to print. */
export type DocumentSheet = {
  language: string;
  paper: "letter" | "a4";
  /** Colour of the title and of the total, as #rrggbb. */
  accent: string;
  /** Instant in ISO 8601; the same sheet with the same instant gives the same bytes. */
  createdAt: string;
  labels: SheetLabels;
  issuer: SheetIssuer;
  title: string;
  /** As printed, «N.º F001-00000123»; null while a draft has none. */
  number: string | null;
  /** Drawn across every page and under the number, «BORRADOR», «ANULADA». */
  watermark: string | null;
  dates: SheetRow[];
  customer: SheetCustomer;
  /** In the order they are printed; what is not here is not printed. */
  columns: SheetColumn[];
  lines: SheetLine[];
  totals: SheetTotal[];
  taxes: SheetTax[];
  amountInWords: string | null;
  /** Payment data, notes, terms: flow over as many pages as they need. */
  sections: SheetSection[];
  /** After the sections, two side by side; `unreadable` has the hole {names}. */
  pictures?: { heading: string; unreadable: string; shown: SheetPicture[] };
  legend: string | null;
  /** On every page, at most a dozen lines. */
  footer: string | null;
};

export type SheetLabels = {
  customer: string;
  amountInWords: string;
  taxes: string;
  taxBase: string;
  taxAmount: string;
  /** With the holes {page} and {pages}: «Página {page} de {pages}». */
  page: string;
};

export type SheetIssuer = {
  name: string;
  legalName: string | null;
  taxId: SheetRow | null;
  addressLines: string[];
  phone: string | null;
  email: string | null;
  /** PNG or JPEG. */
  logo: Uint8Array | null;
};

export type SheetCustomer = { name: string; taxId: SheetRow | null; addressLines: string[]; contactLines: string[] };

export const sheetColumnKeys = ["position", "code", "description", "quantity", "unit", "unitPrice", "discount", "taxes", "total"] as const;

export type SheetColumnKey = (typeof sheetColumnKeys)[number];
export type SheetColumn = { key: SheetColumnKey; label: string };
export type SheetLine = Record<SheetColumnKey, string>;
export type SheetRow = { label: string; value: string };
export type SheetTotal = SheetRow & { strong: boolean };
export type SheetTax = { label: string; base: string; amount: string };
export type SheetSection = { heading: string; text: string };
/** PNG or JPEG. */
export type SheetPicture = { name: string; bytes: Uint8Array };
