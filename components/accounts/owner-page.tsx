import { CheckboxField } from "@/components/forms/choice-fields";
import { ButtonForm, Form } from "@/components/forms/form";
import { type Option, SelectField } from "@/components/forms/select-field";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

type Group = { id: number; name: string };
type Props = {
  account: { id: number; name: string };
  /** A colleague or a group. */
  owner?: string;
  heirs: Option[];
  mayTakeActivities: boolean;
  shares: Group[];
  groups: Option[];
  actions: Record<"assign" | "share" | "unshare", FormAction>;
};

/** Whose an account is, and which groups reach it besides. */
export function AccountOwnerPage({ account: { id, name }, owner, heirs, mayTakeActivities, shares, groups, actions }: Props) {
  const title = t("accounts.leads.title");
  const back = `/accounts/${id}`;
  return (
    <main>
      <title>{`${title} · ${name}`}</title>
      <PageHead
        help={t("help.account_owner")}
        title={title}
        soft={owner === undefined ? t("accounts.leads.nobody") : t("accounts.leads.now", { name: owner })}
        crumbs={[{ href: "/accounts", label: t("accounts.title") }, { href: back, label: name }, { label: title }]}
        more={<ButtonLink href={`/who-sees/accounts/${id}`}>{t("access.who_sees")}</ButtonLink>}
      />
      <section>
        <h2>{t("accounts.leads.change")}</h2>
        <Form action={actions.assign} id="owner" hidden={{ id }}>
          <SelectField name="ownerId" label={t("accounts.leads.to")} options={heirs} />
          {mayTakeActivities && (
            <CheckboxField name="takesActivities" label={t("accounts.leads.takes_activities")} hint={t("accounts.leads.takes_activities_hint")} initial />
          )}
          <div className="bar">
            <Button look="main">{t("accounts.leads.change")}</Button>
            <ButtonLink href={back} look="quiet">
              {t("app.cancel")}
            </ButtonLink>
          </div>
        </Form>
      </section>
      <section className="section">
        <h2>{t("accounts.leads.share")}</h2>
        <Shares id={id} shares={shares} unshare={actions.unshare} />
        {groups.length === 0 ? (
          <p className="soft">{t("accounts.leads.no_groups")}</p>
        ) : (
          <Form action={actions.share} id="share" hidden={{ id }}>
            <SelectField name="groupId" label={t("accounts.leads.choose_group")} hint={t("accounts.leads.share_hint")} options={groups} />
            <div className="bar">
              <Button>{t("accounts.leads.do_share")}</Button>
            </div>
          </Form>
        )}
      </section>
    </main>
  );
}

function Shares({ id, shares, unshare }: { id: number; shares: Group[]; unshare: FormAction }) {
  if (shares.length === 0) return <p className="soft">{t("accounts.leads.not_shared")}</p>;
  return (
    <ul className="lines" aria-label={t("accounts.leads.shared_with")}>
      {shares.map((group) => (
        <li key={group.id} className="line">
          <span>{group.name}</span>
          <ButtonForm action={unshare} id={`unshare-${group.id}`} hidden={{ id, groupId: group.id }}>
            <Button look="quiet" aria-label={`${t("app.remove")} ${group.name}`}>
              {t("app.remove")}
            </Button>
          </ButtonForm>
        </li>
      ))}
    </ul>
  );
}
