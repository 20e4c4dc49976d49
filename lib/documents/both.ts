import type { Document } from "./queries";
import { rowNumbers } from "./typed";
import { documentValues } from "./values";

type Typed = Record<string, string[]>;
type Line = { quantity: string; unit: string; description: string; unitPrice: string; discount: string; taxes: string[] };

/** What an edit that came second is shown of both sides: each field as it is typed, and the lines as one text. */
export const bothTold = {
  values: (document: Document) => {
    const { lines, ...header } = documentValues(document);
    const { contactId, discountValue: discount } = document;
    // Whose it is stays as it was written down.
    return { ...header, accountId: undefined, prospectId: undefined, contactId, discount, lines: textOf(lines) };
  },
  typedTexts: (typed: Typed) => ({ lines: textOf(rowNumbers(typed).map((row) => typedLine(typed, `lines.${row}`))) }),
};

function typedLine(typed: Typed, row: string): Line {
  const text = (field: string) => typed[`${row}.${field}`]?.[0]?.trim() ?? "";
  const description = text("description") || text("itemId.text");
  return {
    ...{ description, quantity: text("quantity"), unit: text("unit"), unitPrice: text("unitPrice"), discount: text("discount") },
    taxes: typed[`${row}.taxes`] ?? [],
  };
}

/** A row nobody touched says nothing. */
function textOf(lines: readonly Line[]): string {
  return lines
    .filter(({ description, unitPrice }) => description !== "" || unitPrice !== "")
    .map(({ quantity, unit, description, unitPrice, discount, taxes }) =>
      [`${quantity} ${unit}`.trim(), description, unitPrice, discount && `${discount} %`, taxes.toSorted().join(" ")].filter(Boolean).join(" · "),
    )
    .join("; ");
}
