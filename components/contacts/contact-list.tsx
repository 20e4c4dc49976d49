import { ButtonLink } from "@/components/ui/button";
import { EmailLink } from "@/components/ui/email-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import type { ContactFilters } from "@/lib/contacts/filters";
import type { ContactRow } from "@/lib/contacts/queries";
import { fullName } from "@/lib/contacts/rules";
import { dayOf } from "@/lib/core/dates";
import { sortLink, withQuery } from "@/lib/core/links";
import { telLink } from "@/lib/core/phones";
import { countText } from "@/lib/i18n/counts";
import { current } from "@/lib/i18n/current";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Option } from "@/lib/settings/queries";

type Props = {
  page: { rows: ContactRow[]; next?: string; previous?: string };
  filters: ContactFilters;
  count: number;
  owners: Option[];
  mayCreate: boolean;
};

const path = "/contacts";

export function ContactList({ page, filters, count, owners, mayCreate }: Props) {
  const { q, owner, account, sort } = filters;
  return (
    <main>
      <title>{`${t("contacts.title")} · ${t("app.name")}`}</title>
      <PageHead help={t("help.contacts")} title={t("contacts.title")} soft={countText("contacts.count", count)} actions={mayCreate && <NewContact />} />
      <Filters action={path} applied={[q, owner, account].filter(Boolean).length} keep={{ sort: sort === "name" ? undefined : sort, account }}>
        <FilterText name="q" label={t("app.search")} value={q} placeholder={t("contacts.search_hint")} />
        <FilterSelect name="owner" label={t("contacts.fields.owner")} value={owner} options={owners} />
      </Filters>
      {page.rows.length === 0 ? <Empty isFiltered={Boolean(q || owner || account)} mayCreate={mayCreate} /> : <Rows page={page} filters={filters} />}
    </main>
  );
}

function Rows({ page, filters }: Pick<Props, "page" | "filters">) {
  return (
    <>
      <Table
        label={t("contacts.title")}
        columns={[
          { key: "name", label: t("contacts.fields.name"), sort: sortLink(path, filters, "name"), phone: "title" },
          { key: "companies", label: t("contacts.fields.account"), phone: "line" },
          { key: "phone", label: t("contacts.fields.phone"), kind: "phone", phone: "line" },
          { key: "email", label: t("contacts.fields.email"), kind: "soft", phone: "skip" },
          { key: "owner", label: t("contacts.fields.owner"), kind: "soft", phone: "skip" },
          { key: "created", label: t("app.created"), kind: "date", sort: sortLink(path, filters, "created"), phone: "skip" },
        ]}
        rows={page.rows.map((row) => ({ key: row.id, cells: cellsOf(row) }))}
      />
      <Pager
        previous={page.previous && withQuery(path, filters, { cursor: page.previous })}
        next={page.next && withQuery(path, filters, { cursor: page.next })}
      />
    </>
  );
}

function cellsOf({ id, phone, phoneE164, email, ownerName, createdAt, companies, ...person }: ContactRow) {
  return [
    <a key="name" href={`/contacts/${id}`}>
      {fullName(person)}
    </a>,
    companies.map(({ id, name, role }, i) => (
      <span key={id}>
        {i > 0 && ", "}
        <a href={`/accounts/${id}`}>{name}</a>
        {role && ` (${role})`}
      </span>
    )),
    phone && (phoneE164 ? <a href={telLink(phoneE164)}>{phone}</a> : phone),
    email && <EmailLink email={email} />,
    ownerName,
    formatDate(dayOf(createdAt, current().zone)),
  ];
}

function Empty({ isFiltered, mayCreate }: { isFiltered: boolean; mayCreate: boolean }) {
  if (isFiltered) return <NothingFound href={path} />;
  return (
    <EmptyState title={t("contacts.empty")} actions={mayCreate && <NewContact />}>
      {t("contacts.empty_hint")}
    </EmptyState>
  );
}

function NewContact() {
  return (
    <ButtonLink href="/contacts/new" look="main" icon="plus" aria-keyshortcuts="c">
      {t("contacts.new")}
    </ButtonLink>
  );
}
