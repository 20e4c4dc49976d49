import { isPackCode, packs } from "./packs";
import { checkTaxId, type TaxIdResult } from "./tax-ids";

/** The type of a country's business identification. */
export const businessTaxIdTypes: Record<string, string> = {
  MX: "rfc",
  CO: "nit",
  AR: "cuit",
  UY: "rut",
  CL: "rut",
  PE: "ruc",
  BO: "nit",
  VE: "rif",
  EC: "ruc",
  PY: "ruc",
  CR: "cedula_juridica",
  DO: "rnc",
  GT: "nit",
  PA: "ruc",
  ES: "nif",
  US: "ein",
  BR: "cnpj",
  SV: "nit",
};

/** Those of natural persons, where a rule for them is known. */
export const personTaxIdTypes: Record<string, string[]> = {
  CO: ["cc", "ce", "ppt"],
  AR: ["cuil", "dni"],
  UY: ["ci"],
  PE: ["dni", "ce"],
  BO: ["ci"],
  VE: ["ci"],
  EC: ["cedula"],
  PY: ["ci"],
  CR: ["cedula_fisica", "dimex", "nite"],
  DO: ["cedula"],
  GT: ["cui"],
  PA: ["cedula"],
  ES: ["nie"],
};

/** Of whom nobody said with which document: the best of those a company, or a person, of that country may have. */
export function checkAnyTaxId(country: string, person: "company" | "individual", text: string): TaxIdResult {
  const business = businessTaxIdTypes[country];
  if (business === undefined) return text.trim() === "" ? "invalid" : "valid";
  const types = person === "individual" ? [business, ...(personTaxIdTypes[country] ?? [])] : [business];
  const results = types.map((type) => checkTaxId(country, type, text).result);
  return (["valid", "warn"] as const).find((result) => results.includes(result)) ?? "invalid";
}

export type TaxIdBearer = { taxId: string | null; country: string | null; personType: "company" | "individual" };

/** Of whoever has one: by their country, else by the company's, whose own numbers for foreigners are good too. Nobody's is valid. */
export function judgeTaxId({ taxId, country, personType }: TaxIdBearer, home: string): TaxIdResult {
  if (taxId === null) return "valid";
  const own = checkAnyTaxId(country ?? home, personType, taxId);
  if (own === "valid" || country === null || country === home || businessTaxIdTypes[home] === undefined) return own;
  return checkAnyTaxId(home, personType, taxId) === "valid" ? "valid" : own;
}

/** What a country calls its businesses' identification. */
export function taxIdLabel(country: string): string | undefined {
  return isPackCode(country) ? packs[country].taxIdTypes[0]?.label : businessTaxIdTypes[country]?.toUpperCase();
}
