import type { ImportKind } from "@/db/vocabulary";
import { fold } from "@/lib/core/text";

/** Which column of the file fills what: the column's index to a target. Columns not in it are ignored. */
export type Mapping = Record<string, string>;
export type ColumnType = "text" | "longText" | "number" | "boolean" | "email" | "website" | "country" | "catalogKind";
export type TargetColumn = { target: string; type: ColumnType; isRequired: boolean };
type Declared = Record<string, { type?: ColumnType; isRequired?: true; headers: string[] }>;

/** The first header a file has, in this order, is the one proposed. */
const accounts: Declared = {
  code: { headers: ["Código", "Código de cliente", "Clave", "Clave de cliente", "No. de cliente", "Customer ID", "Account ID", "Code", "Account code", "ID"] },
  name: {
    isRequired: true,
    headers: [
      "Nombre de la empresa",
      "Empresa",
      "Nombre comercial",
      "Cliente",
      "Nombre del cliente",
      "Cuenta",
      "Nombre",
      "Company name",
      "Company",
      "Account name",
      "Account",
      "Customer",
      "Customer name",
      "Name",
    ],
  },
  legalName: { headers: ["Razón social", "Denominación social", "Nombre legal", "Nombre fiscal", "Legal name"] },
  taxId: {
    headers: [
      "RFC",
      "RUC",
      "NIT",
      "RUT",
      "CUIT",
      "RTN",
      "RNC",
      "RIF",
      "Cédula jurídica",
      "Identificación fiscal",
      "Número fiscal",
      "Tax ID",
      "VAT",
      "VAT number",
    ],
  },
  phone: { headers: ["Teléfono", "Teléfono 1", "Teléfono de la empresa", "Tel", "Tel.", "Phone", "Phone number", "Telephone"] },
  email: { type: "email", headers: ["Correo", "Correo electrónico", "Correo de la empresa", "E-mail", "Email", "Email address"] },
  otherPhone: { headers: ["Otro teléfono", "Teléfono 2", "Teléfono alterno", "Segundo teléfono", "Other phone", "Phone 2", "Alternate phone"] },
  otherEmail: { type: "email", headers: ["Otro correo electrónico", "Otro correo", "Correo 2", "Correo alterno", "Other email", "Email 2", "Secondary email"] },
  website: { type: "website", headers: ["Sitio web", "Página web", "Web", "Website", "URL", "Home page"] },
  line1: { headers: ["Dirección", "Domicilio", "Calle", "Calle y número", "Dirección 1", "Address", "Address line 1", "Street", "Street address"] },
  addressReference: {
    headers: ["Referencia de la dirección", "Referencia", "Referencias", "Entre calles", "Dirección 2", "Address line 2", "Address reference"],
  },
  city: { headers: ["Ciudad", "Municipio", "Localidad", "Población", "City", "Town"] },
  region: { headers: ["Estado", "Provincia", "Departamento", "Región", "Region", "State", "Province", "State/Province", "Estado o provincia"] },
  postalCode: { headers: ["Código postal", "C.P.", "CP", "Postal code", "Zip code", "Zip", "Postcode"] },
  country: { type: "country", headers: ["País", "Country", "Country code"] },
  description: { type: "longText", headers: ["Descripción", "Descripción de la cuenta", "Comentarios", "Observaciones", "Description", "Comments", "Remarks"] },
  owner: {
    headers: ["Responsable", "Ejecutivo", "Ejecutivo de cuenta", "Vendedor", "Asesor", "Agente", "Owner", "Account owner", "Salesperson", "Sales rep"],
  },
  contactName: {
    headers: [
      "Contacto: nombre completo",
      "Contacto",
      "Nombre del contacto",
      "Nombre de contacto",
      "Persona de contacto",
      "Contact name",
      "Contact",
      "Contact person",
    ],
  },
  contactGivenName: { headers: ["Contacto: nombres", "Nombres del contacto", "Nombres", "Contact first name", "First name", "Given name"] },
  contactFamilyName: {
    headers: ["Contacto: apellidos", "Apellidos del contacto", "Apellidos", "Apellido", "Contact last name", "Last name", "Family name", "Surname"],
  },
  contactRole: {
    headers: [
      "Contacto: cargo",
      "Contacto: puesto",
      "Cargo",
      "Puesto",
      "Cargo del contacto",
      "Puesto del contacto",
      "Rol",
      "Contact title",
      "Title",
      "Job title",
      "Position",
      "Role",
    ],
  },
  contactPhone: {
    headers: [
      "Contacto: teléfono",
      "Teléfono del contacto",
      "Celular",
      "Móvil",
      "Celular del contacto",
      "Contact phone",
      "Mobile",
      "Mobile phone",
      "Cell phone",
    ],
  },
  contactEmail: {
    type: "email",
    headers: ["Contacto: correo electrónico", "Correo del contacto", "Correo electrónico del contacto", "Contact email", "Contact e-mail"],
  },
};

const catalog: Declared = {
  code: {
    isRequired: true,
    headers: ["Código", "Código de producto", "Clave", "SKU", "Referencia", "Product code", "Item code", "Code", "Product ID", "Item ID", "Reference", "ID"],
  },
  name: {
    isRequired: true,
    headers: ["Nombre", "Nombre del producto", "Producto", "Artículo", "Concepto", "Product name", "Item name", "Name", "Product", "Item"],
  },
  description: { type: "longText", headers: ["Descripción", "Presentación", "Detalle", "Description", "Quantity per unit", "Details"] },
  unit: { headers: ["Unidad", "Unidad de medida", "Unit", "Unit of measure", "UOM"] },
  unitPrice: {
    type: "number",
    isRequired: true,
    headers: ["Precio unitario", "Precio", "Precio de venta", "Precio de lista", "P.U.", "Unit price", "Price", "Sales price", "List price"],
  },
  isActive: { type: "boolean", headers: ["Activo", "Vigente", "Disponible", "Active", "Is active", "Enabled"] },
  isInactive: { type: "boolean", headers: ["Inactivo", "Descontinuado", "Discontinuado", "Baja", "Inactive", "Discontinued", "Disabled"] },
  kind: { type: "catalogKind", headers: ["Producto o servicio", "Tipo", "Clase", "Kind", "Type", "Item type"] },
};

const declared: Record<ImportKind, Declared> = { accounts, catalog };

/** What a file of this kind may fill, in the order a form shows it. */
export function describeColumns(kind: ImportKind): TargetColumn[] {
  return Object.entries(declared[kind]).map(([target, { type = "text", isRequired = false }]) => ({ target, type, isRequired }));
}

/** Proposes a target for each column by its header, in Spanish or English. No target is filled by two columns. */
export function matchColumns(kind: ImportKind, header: string[]): Mapping {
  const folded = header.map(folding);
  const pairs = Object.entries(declared[kind]).map(([target, { headers }]) => [folded.indexOf(firstPresent(headers, folded)), target] as const);
  return Object.fromEntries(pairs.filter(([index]) => index >= 0));
}

/** What every row needs and no column gives. */
export function missingColumns(kind: ImportKind, mapping: Mapping): string[] {
  const mapped = new Set(Object.values(mapping));
  return describeColumns(kind).flatMap(({ target, isRequired }) => (isRequired && !mapped.has(target) ? [target] : []));
}

/** Targets that two columns claim; a mapping changed by hand may hold some. */
export function repeatedTargets(mapping: Mapping): string[] {
  const targets = Object.values(mapping);
  return [...new Set(targets.filter((target, index) => targets.indexOf(target) < index))];
}

function firstPresent(headers: string[], folded: string[]) {
  return headers.map(folding).find((name) => folded.includes(name)) ?? "\0";
}

/** «Razón social», «RAZON SOCIAL» and «razon_social» are one header; so are «companyName» and «Company name». */
export function folding(text: string) {
  return fold(text).replaceAll(/[^\p{L}\p{N}]/gu, "");
}
