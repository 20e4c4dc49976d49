import { dayOf } from "@/lib/core/dates";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { ContactRow } from "./list";
import { fullName } from "./rules";

const extra = { kind: "soft", phone: "skip", isExtra: true } as const;

/** Every column that the list of contacts can show or give out, in its order. */
export const contactColumns: ListColumn<ContactRow>[] = [
  { key: "id", label: () => t("lists.id"), ...extra, kind: "code", value: ({ id }) => String(id) },
  { key: "salutation", label: () => t("contacts.fields.salutation"), ...extra, value: ({ salutation }) => salutation },
  { key: "name", label: () => t("contacts.fields.name"), sort: "name", phone: "title", isFixed: true, value: fullName },
  { key: "companies", label: () => t("contacts.fields.account"), phone: "line", value: companyNames },
  { key: "phone", label: () => t("contacts.fields.phone"), kind: "phone", phone: "line", value: ({ phone }) => phone },
  { key: "email", label: () => t("contacts.fields.email"), kind: "soft", phone: "skip", value: ({ email }) => email },
  { key: "website", label: () => t("contacts.fields.website"), ...extra, value: ({ website }) => website },
  { key: "tags", label: () => t("app.tags"), ...extra, value: ({ tags }) => tags },
  { key: "origin", label: () => t("contacts.fields.origin"), ...extra, value: ({ origin }) => origin },
  { key: "owner", label: () => t("contacts.fields.owner"), kind: "soft", phone: "skip", value: ({ ownerName }) => ownerName },
  { key: "executive", label: () => t("contacts.executive"), ...extra, value: ({ executive }) => executive },
  {
    ...{ key: "created", label: () => t("app.created"), kind: "date", sort: "created", phone: "skip" },
    value: ({ createdAt }) => dayOf(createdAt, current().zone),
  },
  { key: "description", label: () => t("contacts.fields.description"), ...extra, value: ({ description }) => description },
  {
    ...{ key: "internal_note", label: () => t("contacts.fields.internal_note"), ...extra, hides: "internalNote" },
    value: ({ internal_note }) => internal_note,
  },
];

function companyNames({ companies }: ContactRow): string {
  return companies.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(", ");
}
