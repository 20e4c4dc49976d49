import { z } from "zod";
import { catalogKinds } from "@/db/vocabulary";
import type { DecimalFormat } from "@/lib/core/decimal";
import { checkbox, decimalText, id, optionalDecimalText, optionalText, requiredText } from "@/lib/core/fields";

export const mostTaxes = 6;
/** Several boxes ticked come as a list, one alone as a text, none not at all. */
const taxIds = z.preprocess((value) => (value === undefined || value === null ? [] : [value].flat()), z.array(id()).max(mostTaxes));

export function catalogItemForm(format?: DecimalFormat) {
  return z.object({
    kind: z.enum(catalogKinds).default("product"),
    code: requiredText(60),
    name: requiredText(200),
    description: optionalText(2000),
    unit: optionalText(40),
    unitPrice: decimalText({ max: 10, min: "0", format }),
    cost: optionalDecimalText({ max: 10, min: "0", format }),
    taxIds,
    isActive: checkbox(),
  });
}
export type CatalogItemInput = z.output<ReturnType<typeof catalogItemForm>>;

export function catalogItemEditForm(format?: DecimalFormat) {
  return catalogItemForm(format).extend({ id: id() });
}
