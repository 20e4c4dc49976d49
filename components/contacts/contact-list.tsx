import { ListTable } from "@/components/lists/list-table";
import { ListDeeds, ListLooks, ViewLinks } from "@/components/lists/list-tools";
import { ButtonLink } from "@/components/ui/button";
import { EmailLink } from "@/components/ui/email-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import { PhoneLink } from "@/components/ui/phone-link";
import type { filterOwnersOrGroups } from "@/lib/accounts/choices";
import type { ContactFilters } from "@/lib/contacts/filters";
import type { ContactRow } from "@/lib/contacts/list";
import { fullName } from "@/lib/contacts/rules";
import { withQuery } from "@/lib/core/links";
import { countText } from "@/lib/i18n/counts";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { Tools } from "@/lib/lists/queries";
import type { Option } from "@/lib/settings/queries";

type Props = {
  page: { rows: ContactRow[]; next?: string; previous?: string };
  filters: ContactFilters;
  count: number;
  /** The text finds more than are looked through. */
  isCut: boolean;
  choices: { owners: ReturnType<typeof filterOwnersOrGroups>; origins: Option[] };
  /** The name of the tag in the address. */
  tag?: string;
  /** The name of the account in the address. */
  company?: string;
  mayCreate: boolean;
  columns: ListColumn<ContactRow>[];
  tools: Tools;
  picking: boolean;
};

const path = "/contacts";

export function ContactList({ page, filters, count, isCut, choices, tag, company, mayCreate, columns, tools, picking }: Props) {
  const { q, owner, executive, origin, account, tag: tagId, sort } = filters;
  const keep = { sort: sort === "name" ? undefined : sort, account, tag: tagId, columns: filters.columns };
  return (
    <main>
      <title>{`${t("contacts.title")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.contacts")}
        title={t("contacts.title")}
        soft={countText("contacts.count", count, undefined, isCut)}
        actions={mayCreate && <NewContact />}
        more={ListDeeds({ tools })}
      />
      <ViewLinks tools={tools} sort="name" />
      <Filters action={path} applied={[q, owner, executive, origin, account, tagId].filter(Boolean).length} keep={keep} more={<ListLooks tools={tools} />}>
        <FilterText name="q" label={t("app.search")} value={q} placeholder={t("contacts.search_hint")} />
        <FilterSelect name="owner" label={t("contacts.fields.owner")} value={owner} options={choices.owners} />
        <FilterSelect name="executive" label={t("contacts.executive")} value={executive} options={choices.owners} />
        <FilterSelect name="origin" label={t("contacts.fields.origin")} value={origin} options={choices.origins} />
      </Filters>
      {company && (
        <p className="soft">
          {t("contacts.filtered_by_account", { account: company })} <a href={withQuery(path, filters, { account: undefined })}>{t("app.remove")}</a>
        </p>
      )}
      {tag && (
        <p className="soft">
          {t("contacts.filtered_by_tag", { tag })} <a href={withQuery(path, filters, { tag: undefined })}>{t("app.remove")}</a>
        </p>
      )}
      {page.rows.length === 0 ? (
        <Empty isFiltered={Boolean(q || owner || origin || account || tagId)} mayCreate={mayCreate} />
      ) : (
        <Rows page={page} filters={filters} columns={columns} picking={picking} />
      )}
    </main>
  );
}

function Rows({ page, filters, columns, picking }: Pick<Props, "page" | "filters" | "columns" | "picking">) {
  return (
    <ListTable
      list="contacts"
      path={path}
      label={t("contacts.title")}
      columns={columns}
      cells={{ name: Name, companies: Companies, phone: Phone, email: ({ email }) => email && <EmailLink email={email} /> }}
      page={page}
      filters={filters}
      pick={picking ? fullName : undefined}
    />
  );
}

function Name(contact: ContactRow) {
  return <a href={`/contacts/${contact.id}`}>{fullName(contact)}</a>;
}

function Companies({ companies }: ContactRow) {
  return companies.map(({ id, name, role }, i) => (
    <span key={id}>
      {i > 0 && ", "}
      <a href={`/accounts/${id}`}>{name}</a>
      {role && ` (${role})`}
    </span>
  ));
}

function Phone({ phone, phoneE164 }: ContactRow) {
  return phone && <PhoneLink phone={phone} e164={phoneE164} />;
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
