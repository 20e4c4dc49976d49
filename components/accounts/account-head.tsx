import { ButtonForm } from "@/components/forms/form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { PageHead } from "@/components/ui/page-head";
import type { Neighbour } from "@/lib/accounts/list";
import type { Account } from "@/lib/accounts/queries";
import { mapLink } from "@/lib/addresses/values";
import { withQuery } from "@/lib/core/links";
import { telLink, whatsappLink } from "@/lib/core/phones";
import { countryName } from "@/lib/i18n/countries";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

export type AccountHeadProps = {
  account: Account;
  /** Undefined for whoever does not see what it bought. */
  isCustomer: boolean | undefined;
  creations: { href: string; label: string }[];
  mayEdit: boolean;
  /** The list it was opened from, and who stands beside it there. */
  list?: string;
  neighbours: { previous?: Neighbour; next?: Neighbour };
  /** Missing for whoever may not. */
  trash?: FormAction;
};

export function AccountHead({ account, isCustomer, creations, mayEdit, trash, list, neighbours }: AccountHeadProps) {
  const { name, city, region, country, isSupplier } = account;
  const kinds = [isCustomer ? t("accounts.customer") : isCustomer === false && !isSupplier && t("accounts.prospect"), isSupplier && t("accounts.supplier")];
  const place = [city, region, country && countryName(country)].filter(Boolean).join(", ");
  return (
    <PageHead
      help={t("help.account")}
      title={name}
      link={`/accounts/${account.id}`}
      soft={[...kinds, place].filter(Boolean).join(" · ")}
      crumbs={[{ href: list ? `/accounts?${list}` : "/accounts", label: t("accounts.title") }, { label: name }]}
      actions={
        <>
          {list !== undefined && <Beside list={list} {...neighbours} />}
          {creations.length > 0 && <Creations creations={creations} />}
        </>
      }
      more={<Others account={account} mayEdit={mayEdit} trash={trash} />}
    />
  );
}

/** Step by step through the list, without going back to it. */
function Beside({ list, previous, next }: AccountHeadProps["neighbours"] & { list: string }) {
  const href = ({ id }: Neighbour) => withQuery(`/accounts/${id}`, {}, { lista: list });
  return (
    <nav className="bar" aria-label={t("accounts.in_list")}>
      {previous && <ButtonLink square icon="chevron-left" rel="prev" href={href(previous)} aria-label={t("accounts.previous_one", { name: previous.name })} />}
      {next && <ButtonLink square icon="chevron-right" rel="next" href={href(next)} aria-label={t("accounts.next_one", { name: next.name })} />}
    </nav>
  );
}

function Creations({ creations }: Pick<AccountHeadProps, "creations">) {
  return (
    <Menu label={t("app.create")} look="main" keys="c">
      {creations.map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </Menu>
  );
}

function Others({ account, mayEdit, trash }: Pick<AccountHeadProps, "account" | "mayEdit" | "trash">) {
  const { id, phoneE164, address, city } = account;
  return (
    <>
      {phoneE164 && (
        <ButtonLink href={telLink(phoneE164)} icon="phone">
          {t("app.call")}
        </ButtonLink>
      )}
      {phoneE164 && (
        <ButtonLink href={whatsappLink(phoneE164)} icon="message-circle">
          {t("app.whatsapp")}
        </ButtonLink>
      )}
      {(address || city) && (
        <ButtonLink href={mapLink(account)} icon="map-pin">
          {t("app.map")}
        </ButtonLink>
      )}
      <ButtonLink href={`/mails?account=${id}`} icon="mail">
        {t("mails.title")}
      </ButtonLink>
      {mayEdit && (
        <ButtonLink href={`/accounts/${id}/edit`} icon="pencil">
          {t("app.edit")}
        </ButtonLink>
      )}
      {trash && (
        <ButtonForm action={trash} id="trash" hidden={{ id }}>
          <Button icon="trash-2">{t("app.delete")}</Button>
        </ButtonForm>
      )}
    </>
  );
}
