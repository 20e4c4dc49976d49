import { z } from "zod";
import type { DecimalFormat } from "@/lib/core/decimal";
import { decimalText, id, optionalDate, optionalDecimalText, optionalId, optionalText, requiredText } from "@/lib/core/fields";

const listed = (value: unknown) => (value === undefined || value === null || value === "" ? [] : [value].flat());

/** A row nobody touched: no record, no words, no price. */
function blankToNull(row: unknown) {
  const { itemId, description, unitPrice, quantity } = (row ?? {}) as Record<string, unknown>;
  return itemId || String(description ?? "").trim() || unitPrice || (quantity && quantity !== "1") ? row : null;
}

function lineForm(format?: DecimalFormat) {
  return z
    .object({
      id: optionalId(),
      itemId: optionalId(),
      description: optionalText(500),
      unit: optionalText(40),
      quantity: decimalText({ max: 6, min: "0", format }),
      unitPrice: optionalDecimalText({ max: 10, min: "0", format }),
      discount: optionalDecimalText({ max: 6, min: "0", format }),
      taxes: z.preprocess(listed, z.array(z.string().max(40)).max(6)),
    })
    .refine(({ itemId, description }) => itemId !== null || description !== null, requiredUnder("description"))
    .refine(({ itemId, unitPrice }) => itemId !== null || unitPrice !== null, requiredUnder("unitPrice"));
}

/** What an item knows may be left blank; without one it has to be written. Told together with what else is wrong in the row. */
function requiredUnder(field: string) {
  return { path: [field], params: { code: "required" }, when: () => true };
}

/** A draft as it is written. Blank rows are left out where they stand, so that errors keep the number of their row. */
export function documentForm(format?: DecimalFormat) {
  const rows = z.array(z.preprocess(blankToNull, lineForm(format).nullable())).max(1000);
  return z.object({
    accountId: optionalId(),
    contactId: optionalId(),
    prospectId: optionalId(),
    validUntil: optionalDate(),
    dueOn: optionalDate(),
    discount: optionalDecimalText({ max: 6, min: "0", format }),
    notes: optionalText(4000),
    terms: optionalText(4000),
    internalNote: optionalText(4000),
    lines: z.preprocess((value) => [...((value as unknown[] | undefined) ?? [])], rows).transform((lines) => lines.filter((line) => line !== null)),
  });
}
/** Without an internal note the one that is kept stays. */
export type DraftInput = Omit<z.output<ReturnType<typeof documentForm>>, "internalNote"> & { internalNote?: string | null };
export type DraftLine = DraftInput["lines"][number];

export function documentEditForm(format?: DecimalFormat) {
  return documentForm(format).extend({ id: id() });
}

export const documentRef = z.object({ id: id() });
export const reasonForm = z.object({ id: id(), reason: requiredText(500) });

/** Which quantity of each line goes on; what is not named goes whole. */
export function conversionForm(format?: DecimalFormat) {
  const row = z.object({ id: id(), quantity: decimalText({ max: 6, min: "0", format }) });
  return z.object({ id: id(), lines: z.array(row).max(1000).default([]) });
}
export type ConversionInput = z.output<ReturnType<typeof conversionForm>>;
