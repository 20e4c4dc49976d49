import { t } from "@/lib/i18n/words";
import type { LineWords } from "./line-words";

export function lineWords(): LineWords {
  return {
    title: t("documents.lines.title"),
    item: t("documents.lines.item"),
    description: t("documents.lines.description"),
    quantity: t("documents.lines.quantity"),
    unit: t("documents.lines.unit"),
    price: t("documents.lines.price"),
    discount: t("documents.lines.discount"),
    documentDiscount: t("documents.lines.document_discount"),
    tax: t("documents.lines.tax"),
    noTax: t("documents.lines.no_tax"),
    amount: t("documents.lines.amount"),
    add: t("documents.lines.add"),
    remove: t("documents.lines.remove"),
    calculate: t("documents.lines.calculate"),
    subtotal: t("documents.fields.subtotal"),
    discountTaken: t("documents.fields.discount"),
    total: t("documents.fields.total"),
  };
}
