import type * as es from "../es/sheets";
import type { Same } from "./same";

export const sheetsErrors = {
  empty: "The file is empty.",
  not_text: "The file is neither a spreadsheet nor text with columns. Save it as CSV or XLSX.",
  not_a_workbook: "The name says it is an Excel workbook, but the content is not. Save it again as XLSX or CSV.",
  old_workbook: "It is an old Excel workbook or protected with a password. Save it as XLSX without a password, or as CSV.",
  damaged_workbook: "The workbook is damaged or is not an Excel workbook. Open it and save it again as XLSX.",
  too_many_parts: "The workbook has more than {limit, number} parts. Save only the sheet you want to import.",
  too_big_unpacked: "The workbook takes more than {megabytes, number} MB once opened. Save only the sheet you want to import, or split it.",
  packed_too_tightly: "The workbook is compressed in an unusual way. Open it and save it again, or save it as CSV.",
  too_many_rows: "The file has more than {limit, number} rows. Split it into parts.",
  too_many_columns: "Row {row, number} has more than {limit, number} columns.",
  cell_too_long: "A cell in row {row, number} has more than {limit, number} characters. Is a closing quotation mark missing?",
  unclosed_quote: "The quotation mark opened in row {row, number} is never closed.",
} satisfies Same<typeof es.sheetsErrors>;

export const importRowsErrors = {
  ragged: "{cells, plural, one {# cell} other {# cells}} where the header has {expected}",
  required: "This is missing.",
  bad_number: "“{text}” is not a number in the chosen format.",
  bad_boolean: "“{text}” is neither “yes” nor “no”.",
  bad_email: "“{text}” is not an email address.",
  bad_website: "“{text}” is not the address of a website.",
  bad_country: "There is no country called “{text}”.",
  bad_kind: "“{text}” is neither “product” nor “service”.",
  negative_price: "The price {text} is less than zero.",
  contact_without_name: "There is a contact’s phone, email or job title, but not their name.",
} satisfies Same<typeof es.importRowsErrors>;

export const sheets = {
  name: "Data",
  reason: "Reason",
  encoding: { "utf-8": "UTF-8", "utf-16le": "UTF-16", "utf-16be": "UTF-16", "windows-1252": "Windows-1252 (old Excel)" },
  delimiter: { comma: "comma", semicolon: "semicolon", tab: "tab" },
  columns: {
    accounts: {
      code: "Code",
      name: "Company name",
      legalName: "Legal name",
      taxId: "Tax ID",
      phone: "Phone",
      email: "Email",
      otherPhone: "Other phone",
      otherEmail: "Other email",
      website: "Website",
      line1: "Address",
      addressReference: "Address reference",
      city: "City",
      region: "State or province",
      postalCode: "Postal code",
      country: "Country",
      description: "Description",
      owner: "Person in charge",
      contactName: "Contact: full name",
      contactGivenName: "Contact: first name",
      contactFamilyName: "Contact: last name",
      contactRole: "Contact: job title",
      contactPhone: "Contact: phone",
      contactEmail: "Contact: email",
    },
    catalog: {
      code: "Code",
      name: "Name",
      description: "Description",
      unit: "Unit",
      unitPrice: "Unit price",
      isActive: "Active",
      isInactive: "Inactive",
      kind: "Product or service",
    },
  },
} satisfies Same<typeof es.sheets>;
