import { ButtonForm } from "@/components/forms/form";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import { Table } from "@/components/ui/table";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import type { WebForm } from "@/lib/web-forms/queries";
import { isRetired } from "@/lib/web-forms/rules";

type Listed = WebForm & { href: string };
type Props = { forms: Listed[]; waiting: number; retire: FormAction };

const path = "/settings/web-forms";

/** Every form of the company, with its public address. */
export function WebFormList({ forms, waiting, retire }: Props) {
  const title = t("web_forms.title");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.web_forms")}
        title={title}
        soft={waiting > 0 && <a href="/prospects/review">{t("web_forms.review_count", { count: waiting })}</a>}
        crumbs={[{ href: "/settings", label: t("settings.title") }, { label: title }]}
        actions={<New />}
      />
      {forms.length === 0 ? (
        <EmptyState title={t("web_forms.empty")} actions={<New />}>
          {t("web_forms.empty_hint")}
        </EmptyState>
      ) : (
        <Table
          label={title}
          columns={[
            { key: "name", label: t("web_forms.fields.name"), phone: "title" },
            { key: "address", label: t("web_forms.public_address"), phone: "line" },
            { key: "campaign", label: t("web_forms.fields.campaign"), kind: "soft", phone: "label" },
            { key: "state", label: t("web_forms.fields.state"), kind: "state", phone: "line" },
            { key: "actions", label: t("app.actions"), phone: "line" },
          ]}
          rows={forms.map((form) => ({
            key: form.id,
            cells: [
              <a key="name" className="who" href={`${path}/${form.id}`}>
                {form.name}
              </a>,
              isRetired(form) ? <s key="address">{form.href}</s> : <PublicLink key="address" href={form.href} />,
              form.campaign,
              <FormState key="state" form={form} />,
              <Deeds key="deeds" form={form} retire={retire} />,
            ],
          }))}
        />
      )}
    </main>
  );
}

function New() {
  return (
    <ButtonLink href={`${path}/new`} look="main" icon="plus">
      {t("web_forms.new")}
    </ButtonLink>
  );
}

export function PublicLink({ href }: { href: string }) {
  return (
    <a href={href} target="_blank" rel="noopener">
      {href}
    </a>
  );
}

function FormState({ form }: { form: WebForm }) {
  if (isRetired(form)) return <State tone="off">{t("web_forms.states.retired")}</State>;
  return form.isAccepting ? <State tone="good">{t("web_forms.states.open")}</State> : <State tone="none">{t("web_forms.states.closed")}</State>;
}

function Deeds({ form, retire }: { form: WebForm; retire: FormAction }) {
  const { id, name } = form;
  return (
    <div className="bar">
      <a href={`${path}/${id}`} aria-label={t("web_forms.edit_of", { name })}>
        {t("app.edit")}
      </a>
      <ButtonForm action={retire} id={`retire-${id}`} hidden={{ id, use: isRetired(form) ? "yes" : "no" }}>
        <Button look="quiet">{isRetired(form) ? t("web_forms.restore") : t("web_forms.retire")}</Button>
      </ButtonForm>
    </div>
  );
}
