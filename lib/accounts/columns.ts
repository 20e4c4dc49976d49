import type { Viewer } from "@/lib/access/viewer";
import { dayOf } from "@/lib/core/dates";
import { countryName } from "@/lib/i18n/countries";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import { balanceIn, hasBought, otherBalances } from "./balances";
import type { AccountRow } from "./list";
import { seesBalances } from "./policy";

const text = (key: keyof AccountRow & string, label: () => string): ListColumn<AccountRow> => ({
  ...{ key, label, kind: "soft", phone: "skip", isExtra: true },
  value: (row) => row[key] as string | null,
});

/** Every column that the list of accounts can show or give out, in its order. */
export const accountColumns: ListColumn<AccountRow>[] = [
  { key: "id", label: () => t("lists.id"), kind: "code", phone: "skip", isExtra: true, value: ({ id }) => String(id) },
  { ...text("code", () => t("accounts.fields.code")), kind: "code" },
  { key: "name", label: () => t("accounts.fields.name"), sort: "name", phone: "title", isFixed: true, value: ({ name }) => name },
  text("legal_name", () => t("accounts.fields.legal_name")),
  { ...text("tax_id", () => t("accounts.fields.tax_id")), kind: "code" },
  { key: "city", label: () => t("accounts.fields.city"), kind: "soft", sort: "city", phone: "line", value: placeOf },
  text("region", () => t("accounts.fields.division")),
  text("postal_code", () => t("accounts.fields.postal_code")),
  text("address", () => t("accounts.fields.address")),
  text("addresses", () => t("accounts.fields.addresses")),
  { key: "phone", label: () => t("accounts.fields.phone"), kind: "phone", phone: "line", value: ({ phone }) => phone },
  text("email", () => t("accounts.fields.email")),
  text("website", () => t("accounts.fields.website")),
  text("category", () => t("accounts.fields.category")),
  text("interest", () => t("accounts.fields.interest")),
  text("industry", () => t("accounts.fields.industry")),
  text("origin", () => t("accounts.fields.origin")),
  text("tags", () => t("app.tags")),
  { key: "owner", label: () => t("accounts.fields.owner"), kind: "soft", sort: "owner", phone: "skip", value: ({ ownerName }) => ownerName },
  { key: "kind", label: () => t("accounts.kind"), kind: "soft", phone: "line", value: kindOf },
  {
    ...text("person_type", () => t("accounts.fields.person_type")),
    value: ({ person_type }) => person_type && t(`accounts.person_types.${person_type}`),
  },
  { ...text("last_purchase", () => t("accounts.last_purchase")), kind: "date", of: "invoices" },
  {
    ...{ key: "created", label: () => t("app.created"), kind: "date", sort: "created", phone: "skip", isExtra: true },
    value: ({ created }) => (created === undefined ? null : dayOf(created, current().zone)),
  },
  text("description", () => t("accounts.fields.description")),
  { ...text("internal_note", () => t("accounts.fields.internal_note")), hides: "internalNote" },
  {
    key: "balance",
    label: () => t("accounts.balance"),
    kind: "money",
    phone: "end",
    sort: "balance",
    sortsAmong: { balance: "owed" },
    goesWith: "other_balances",
    of: "invoices",
    value: ({ money }) => balanceIn(money, current().currency),
  },
  {
    ...{ key: "other_balances", label: () => t("accounts.other_balances"), phone: "skip", isExtra: true, of: "invoices" },
    value: ({ money }) => otherBalances(money),
  },
];

/** Who sees no balances is offered no order by them. */
export function accountColumnsFor(viewer: Viewer): ListColumn<AccountRow>[] {
  if (seesBalances(viewer)) return accountColumns;
  return accountColumns.map((column) => (column.sort === "balance" ? { ...column, sort: undefined } : column));
}

function placeOf({ city, country }: AccountRow): string {
  if (country === null || country === current().pack.code) return city ?? "";
  return [city, countryName(country)].filter(Boolean).join(", ");
}

function kindOf({ money, isSupplier, seesPurchases }: AccountRow): string | null {
  const isProspect = seesPurchases && !isSupplier;
  const buying = hasBought(money) ? t("accounts.customer") : isProspect && t("accounts.prospect");
  return [buying, isSupplier && t("accounts.supplier")].filter(Boolean).join(", ") || null;
}
