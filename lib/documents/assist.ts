import type { Scope } from "@/lib/access/scope";
import { filled, findCatalogItem, taxOptions } from "@/lib/catalog/queries";

type Values = Record<string, string[]>;

/** The lines of a form on their way: an item just chosen writes its words, price and taxes; a new row starts with one and the usual taxes.
 *  A plain post is answered so only when an item was typed and never chosen, or another was chosen over a row already filled. */
export function assistLines(scope: Scope, values: Values, isAsked: boolean): Values | undefined {
  const rows = rowsOf(values);
  if (!isAsked && !rows.some((row) => isUnfinished(values, row))) return undefined;
  return Object.assign({}, values, ...rows.map((row) => added(scope, values, row)));
}

function rowsOf(values: Values): string[] {
  return [...new Set(Object.keys(values).flatMap((name) => /^(lines\.\d{1,4})\./.exec(name)?.[1] ?? []))];
}

function isUnfinished(values: Values, row: string): boolean {
  const text = (field: string) => values[`${row}.${field}`]?.[0]?.trim() ?? "";
  const isUnchosen = text("itemId.text") !== "" && text("itemId") === "" && text("description") === "";
  return isUnchosen || (text("itemId") !== "" && text("description") !== "" && text("filledFrom") !== text("itemId"));
}

function added(scope: Scope, values: Values, row: string): Values {
  const itemId = values[`${row}.itemId`]?.[0] ?? "";
  if (values[`${row}._row`] && values[`${row}.quantity`] === undefined) return under(row, { quantity: ["1"], taxes: defaultTaxes(scope) });
  if (itemId === "" || values[`${row}.filledFrom`]?.[0] === itemId) return {};
  const item = findCatalogItem(scope, itemId);
  return item ? under(row, { ...filled(item), filledFrom: [itemId], "itemId.text": [item.name] }) : {};
}

function defaultTaxes(scope: Scope): string[] {
  return taxOptions(scope)
    .filter(({ isDefault }) => isDefault)
    .map(({ code }) => code);
}

function under(row: string, fields: Values): Values {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${row}.${field}`, value]));
}
