import { AddressList } from "@/components/addresses/address-list";
import { ReachList } from "@/components/contact-points/reach-list";
import { RelationLine } from "@/components/contacts/relation-line";
import { type Fact, Facts } from "@/components/ui/figures";
import { State } from "@/components/ui/state";
import { Tag } from "@/components/ui/tag";
import { TagLinks } from "@/components/ui/tag-links";
import { WebLink } from "@/components/ui/web-link";
import type { AccountFacts } from "@/lib/accounts/facts";
import type { Account } from "@/lib/accounts/queries";
import type { AccountRelation } from "@/lib/contacts/relations";
import { fullName } from "@/lib/contacts/rules";
import { current } from "@/lib/i18n/current";
import { judgeTaxId } from "@/lib/i18n/tax-id-types";
import type { TaxIdResult } from "@/lib/i18n/tax-ids";
import { t } from "@/lib/i18n/words";

type Props = {
  account: Account;
  facts: AccountFacts;
  relations: AccountRelation[];
  peopleCount: number;
  mayRelate: boolean;
  mayEditRelations: boolean;
  mayAssign: boolean;
  taxIdLabel: string;
};

export function AccountAside({ account, facts, relations, peopleCount, mayRelate, mayEditRelations, mayAssign, taxIdLabel }: Props) {
  const { id, description, internalNote } = account;
  return (
    <aside className="aside" aria-label={t("app.details")}>
      <section>
        <h2>
          {t("accounts.relations")}
          {mayRelate && <a href={`/accounts/${id}/relations/new`}>{t("accounts.add_relation")}</a>}
        </h2>
        {relations.length === 0 && <p className="soft">{t("accounts.no_relations")}</p>}
        <ul className="lines">
          {relations.map(({ id: relationId, contactId, givenName, familyName, ...relation }) => (
            <RelationLine
              key={relationId}
              {...relation}
              href={`/contacts/${contactId}`}
              name={fullName({ givenName, familyName })}
              editHref={mayEditRelations ? `/contacts/${contactId}/relations/${relationId}` : undefined}
            />
          ))}
        </ul>
        {peopleCount > relations.length && (
          <p>
            <a href={`/contacts?account=${id}`}>{t("accounts.all_relations", { count: peopleCount })}</a>
          </p>
        )}
      </section>
      {(account.phone || account.email) && (
        <section>
          <h2>{t("contacts.points.title")}</h2>
          <ReachList main={account} points={facts.points} />
        </section>
      )}
      <section>
        <h2>
          {t("accounts.facts")}
          {mayAssign && <a href={`/accounts/${id}/owner`}>{t("accounts.leads.change")}</a>}
        </h2>
        <Facts facts={factsOf(account, facts, taxIdLabel)} />
      </section>
      {(account.address || account.city) && (
        <section>
          <h2>{facts.addresses.length > 0 ? t("accounts.addresses.title") : t("accounts.fields.address")}</h2>
          <AddressList main={account} addresses={facts.addresses} />
        </section>
      )}
      {(description || internalNote) && (
        <section>
          <h2>{t("app.notes")}</h2>
          {description && <p>{description}</p>}
          {internalNote && <Facts facts={[{ label: t("accounts.fields.internal_note"), value: internalNote }]} />}
        </section>
      )}
    </aside>
  );
}

function factsOf(
  { code, legalName, taxId, country, personType, website }: Account,
  { owner, sharedWith, category, interest, industry, origin, tags }: AccountFacts,
  taxIdLabel: string,
): Fact[] {
  return [
    { label: t("accounts.fields.code"), value: code },
    { label: t("accounts.fields.owner"), value: owner },
    { label: t("accounts.leads.shared_with"), value: sharedWith.map(({ name }) => name).join(", ") },
    { label: t("accounts.fields.legal_name"), value: legalName },
    { label: t("accounts.fields.person_type"), value: t(`accounts.person_types.${personType}`) },
    { label: taxIdLabel, value: taxId && <TaxId taxId={taxId} result={judgeTaxId({ taxId, country, personType }, current().pack.code)} /> },
    { label: t("accounts.fields.category"), value: chosen(category) },
    { label: t("accounts.fields.interest"), value: chosen(interest) },
    { label: t("accounts.fields.industry"), value: chosen(industry) },
    { label: t("accounts.fields.origin"), value: chosen(origin) },
    { label: t("accounts.fields.website"), value: website && <WebLink website={website} /> },
    { label: t("app.tags"), value: tags.length > 0 && <TagLinks path="/accounts" tags={tags} /> },
  ].map(({ label, value }) => ({ label, value: value || null }));
}

/** In its colour, of options that have one. */
function chosen(option: AccountFacts["interest"]) {
  return option && (option.color ? <Tag color={option.color}>{option.name}</Tag> : option.name);
}

/** As it was saved, and what is wrong with it. */
function TaxId({ taxId, result }: { taxId: string; result: TaxIdResult }) {
  return (
    <>
      {taxId} {result === "warn" && <State tone="soon">{t("accounts.tax_id_doubtful")}</State>}
      {result === "invalid" && <State tone="late">{t("accounts.tax_id_wrong")}</State>}
    </>
  );
}
