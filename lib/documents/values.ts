import { typedNumber } from "@/lib/i18n/format";
import type { Document, DocumentLine } from "./queries";

/** A line as its form shows it: numbers as they are typed. */
export type LineValues = {
  id?: number;
  item?: { id: number; label: string };
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  discount: string;
  taxes: string[];
};

export type DocumentValues = {
  validUntil: string | null;
  dueOn: string | null;
  discount: string;
  notes: string | null;
  terms: string | null;
  internalNote: string | null;
  lines: LineValues[];
};

export function documentValues({ validUntil, dueOn, discountValue, notes, terms, internalNote, lines }: Document): DocumentValues {
  return { validUntil, dueOn, discount: typed(discountValue), notes, terms, internalNote, lines: lines.map(lineValues) };
}

export function blankValues(taxes: string[], validUntil: string | null): DocumentValues {
  const line = { description: "", quantity: "1", unit: "", unitPrice: "", discount: "", taxes };
  return { validUntil, dueOn: null, discount: "", notes: null, terms: null, internalNote: null, lines: [line] };
}

function lineValues({ id, itemId, code, description, quantity, unit, unitPrice, discountValue, taxes }: DocumentLine): LineValues {
  return {
    id,
    item: itemId === null ? undefined : { id: itemId, label: code ?? description },
    description,
    quantity: typedNumber(quantity),
    unit: unit ?? "",
    unitPrice: typedNumber(unitPrice),
    discount: typed(discountValue),
    taxes: taxes.map(({ code }) => code),
  };
}

function typed(number: string | null): string {
  return number === null ? "" : typedNumber(number);
}
