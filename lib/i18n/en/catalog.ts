import type * as es from "../es/catalog";
import type { Same } from "./same";

export const catalog = {
  title: "Products and services",
  one: "Product or service",
  many: "Products and services",
  count: "{count, plural, one {# item} other {# items}}",
  new: "Add product or service",
  edit: "Edit product or service",
  empty: "What you sell goes here. It is used in quotes, orders and invoices.",
  empty_hint: "Add the first one or import your Excel list.",
  search_hint: "Code, name or barcode",
  kinds: { product: "Product", service: "Service" },
  fields: {
    kind: "Type",
    code: "Code",
    barcode: "Barcode",
    name: "Name",
    description: "Description",
    unit: "Unit",
    category: "Category",
    price: "Price",
    cost: "Cost",
    margin: "Margin",
    currency: "Currency",
    taxes: "Taxes",
    price_includes_tax: "The price includes taxes",
    is_active: "Active",
    fiscal_code: "Tax code",
  },
  inactive: "Inactive",
  deactivate: "Deactivate",
  activate: "Activate",
  created: "{name} added.",
  saved: "{name} saved.",
  deleted: "{name} is in the trash.",
  deactivated: "{name} will no longer appear in new documents.",
} satisfies Same<typeof es.catalog>;

export const catalogErrors = {
  taken_code: "That code already exists.",
  too_many_taxes: "An item takes six taxes at most.",
  in_use: "It already appears in documents and cannot be deleted. You can deactivate it.",
} satisfies Same<typeof es.catalogErrors>;
