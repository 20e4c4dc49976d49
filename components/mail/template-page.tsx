import { CheckboxField } from "@/components/forms/choice-fields";
import { ButtonForm, Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import { Table } from "@/components/ui/table";
import { locales, type MailKind } from "@/db/vocabulary";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import { fieldsOf } from "@/lib/mail/fields";
import type { MailTemplate } from "@/lib/mail/queries";
import type { FormAction } from "@/lib/web/form-state";
import { FieldPicker } from "./field-picker";

type Props = { kinds: readonly MailKind[]; templates: MailTemplate[]; editing?: MailTemplate; save: FormAction; offer: FormAction };

const path = "/settings/mail-templates";

export function TemplatePage({ kinds, templates, editing, save, offer }: Props) {
  const title = t("mails.templates.title");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.mail_templates")} title={title} crumbs={[{ href: "/settings", label: t("settings.title") }, { label: title }]} />
      {templates.length === 0 ? (
        <p className="soft">{t("mails.templates.empty")}</p>
      ) : (
        <Table
          label={title}
          columns={[
            { key: "name", label: t("mails.templates.name"), phone: "title" },
            { key: "kind", label: t("mails.templates.kind"), kind: "soft", phone: "line" },
            { key: "locale", label: t("mails.templates.locale"), kind: "soft", phone: "line" },
            { key: "state", label: t("mails.state"), kind: "state", phone: "line" },
            { key: "actions", label: t("app.actions"), phone: "line" },
          ]}
          rows={templates.map((template) => ({ key: template.id, cells: cellsOf(template, offer) }))}
        />
      )}
      <TemplateForm key={editing?.id ?? "new"} kinds={kinds} template={editing} save={save} />
    </main>
  );
}

function cellsOf({ id, name, kind, locale, isDefault, isActive }: MailTemplate, offer: FormAction) {
  return [
    <a key="name" href={`${path}?edit=${id}#template`}>
      {name}
    </a>,
    t(`mails.topics.${kind}`),
    t(`mails.templates.locales.${locale}`),
    isActive ? (
      isDefault && (
        <State key="state" tone="good">
          {t("mails.templates.default")}
        </State>
      )
    ) : (
      <State key="state" tone="off">
        {t("mails.templates.retired")}
      </State>
    ),
    <ButtonForm key="offer" action={offer} id={`offer-${id}`} hidden={{ id, use: isActive ? "no" : "yes" }}>
      <Button look="quiet">{isActive ? t("mails.templates.retire") : t("mails.templates.restore")}</Button>
    </ButtonForm>,
  ];
}

function TemplateForm({ kinds, template, save }: Pick<Props, "kinds" | "save"> & { template?: MailTemplate }) {
  const heading = template ? t("mails.templates.edit", { name: template.name }) : t("mails.templates.new");
  return (
    <section id="template" aria-labelledby="template-title">
      <h2 className="section-head" id="template-title">
        {heading}
      </h2>
      <Form action={save} id="template-form" version={template?.version} hidden={template ? { id: template.id } : {}}>
        <div className="grid">
          <TextField name="name" label={t("mails.templates.name")} initial={template?.name} autoComplete="off" required />
          <SelectField
            name="kind"
            label={t("mails.templates.kind")}
            initial={template?.kind ?? "quote"}
            options={kinds.map((kind) => ({ value: kind, label: t(`mails.topics.${kind}`) }))}
          />
          <SelectField
            name="locale"
            label={t("mails.templates.locale")}
            initial={template?.locale ?? current().locale}
            options={locales.map((locale) => ({ value: locale, label: t(`mails.templates.locales.${locale}`) }))}
          />
        </div>
        <TextField name="subject" label={t("mails.fields.subject")} initial={template?.subject} autoComplete="off" wide required />
        <TextArea name="text" label={t("mails.fields.text")} initial={template?.text} rows={10} required />
        <FieldPicker fields={fieldsOfAll(kinds)} />
        <CheckboxField name="isDefault" label={t("mails.templates.is_default")} initial={template?.isDefault} />
        <div className="bar">
          <Button look="main">{t("app.save")}</Button>
          {template && (
            <ButtonLink href={path} look="quiet">
              {t("app.cancel")}
            </ButtonLink>
          )}
        </div>
      </Form>
    </section>
  );
}

/** Every kind's own, so that the picker serves whichever is chosen; a field its kind lacks is refused when saved. */
function fieldsOfAll(kinds: readonly MailKind[]) {
  const { locale } = current();
  return kinds.flatMap((kind) => fieldsOf(kind, locale).map(({ written }) => ({ written, group: t(`mails.topics.${kind}`) })));
}
