import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { CatalogRow } from "./queries";

const extra = { kind: "soft", phone: "skip", isExtra: true } as const;

/** Every column that the catalog can show or give out, in its order. */
export const catalogColumns: ListColumn<CatalogRow>[] = [
  { key: "id", label: () => t("lists.id"), ...extra, kind: "code", value: ({ id }) => String(id) },
  { key: "code", label: () => t("catalog.fields.code"), kind: "code", sort: "code", phone: "line", value: ({ code }) => code },
  { key: "name", label: () => t("catalog.fields.name"), sort: "name", phone: "title", isFixed: true, value: ({ name }) => name },
  { key: "kind", label: () => t("catalog.fields.kind"), ...extra, value: ({ kind }) => t(`catalog.kinds.${kind}`) },
  { key: "unit", label: () => t("catalog.fields.unit"), kind: "soft", phone: "skip", value: ({ unit }) => unit },
  { key: "taxes", label: () => t("catalog.fields.taxes"), kind: "soft", phone: "line", value: ({ taxNames }) => taxNames },
  { key: "description", label: () => t("catalog.fields.description"), ...extra, value: ({ description }) => description },
  { key: "active", label: () => t("catalog.fields.is_active"), ...extra, value: ({ isActive }) => t(isActive ? "app.yes" : "app.no") },
  { key: "cost", label: () => t("catalog.fields.cost"), kind: "money", phone: "skip", isExtra: true, hides: "cost", value: ({ cost }) => cost },
  { key: "price", label: () => t("catalog.fields.price"), kind: "money", phone: "end", value: ({ unitPrice }) => unitPrice },
];
