import { CheckboxField, ChecksField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-fields";
import { PageHead } from "@/components/ui/page-head";
import { locales, webFormUses } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import type { WebFormChoices } from "@/lib/web-forms/choices";
import type { WebForm } from "@/lib/web-forms/queries";
import { webFormValues } from "@/lib/web-forms/values";
import { PublishParts } from "./publish-parts";

/** `href` is the form's public address, once it has one. */
type Props = { action: FormAction; choices: WebFormChoices; form?: WebForm; href?: string };
type Values = Partial<ReturnType<typeof webFormValues>>;

const back = "/settings/web-forms";

/** New and edit are one form; once it is there it can be published from here. */
export function WebFormPage({ action, choices, form, href }: Props) {
  const title = form?.name ?? t("web_forms.new");
  const values: Values = form ? webFormValues(form) : { isAccepting: true, useCompany: "optional", useRegion: "hidden", useSubject: "hidden" };
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.web_form")}
        title={title}
        crumbs={[{ href: "/settings", label: t("settings.title") }, { href: back, label: t("web_forms.title") }, { label: title }]}
      />
      <Form action={action} id="web-form" version={form?.version} hidden={form && { id: form.id }}>
        <ThePage values={values} />
        <WhatIsAsked values={values} />
        <WhereItArrives values={values} choices={choices} />
        <Afterwards values={values} />
        <FormEnd back={back} />
      </Form>
      {form && href && <PublishParts form={form} href={href} />}
    </main>
  );
}

function ThePage({ values: { name, title, intro, locale, address } }: { values: Values }) {
  return (
    <FieldGroup legend={t("web_forms.parts.page")} section>
      <div className="grid">
        <TextField name="name" label={t("web_forms.fields.name")} hint={t("web_forms.hints.name")} initial={name} maxLength={80} autoComplete="off" required />
        <TextField name="title" label={t("web_forms.fields.title")} initial={title} maxLength={120} autoComplete="off" required />
        <SelectField
          name="locale"
          label={t("web_forms.fields.locale")}
          options={locales.map((value) => ({ value, label: t(`users.languages.${value}`) }))}
          initial={locale}
        />
        <TextField
          name="address"
          label={t("web_forms.fields.address")}
          hint={t("web_forms.hints.address")}
          initial={address}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextArea name="intro" label={t("web_forms.fields.intro")} initial={intro} maxLength={1000} />
      </div>
    </FieldGroup>
  );
}

const uses = ["Company", "Phone", "Email", "Region", "Subject", "Message"] as const;

function WhatIsAsked({ values }: { values: Values }) {
  const options = webFormUses.map((value) => ({ value, label: t(`web_forms.uses.${value}`) }));
  return (
    <FieldGroup legend={t("web_forms.parts.asks")} hint={t("web_forms.parts.asks_hint")} section>
      <div className="grid">
        {uses.map((use) => (
          <SelectField
            key={use}
            name={`use${use}`}
            label={t(`web_forms.fields.use_${use.toLowerCase() as Lowercase<typeof use>}`)}
            options={options}
            initial={values[`use${use}`] ?? "optional"}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function WhereItArrives({ values: { originId, channelId, campaign, ownerIds }, choices }: { values: Values; choices: WebFormChoices }) {
  return (
    <FieldGroup legend={t("web_forms.parts.arrives")} section>
      <div className="grid">
        <SelectField name="originId" label={t("web_forms.fields.origin")} options={choices.origins} initial={originId} empty={t("app.none")} />
        <SelectField name="channelId" label={t("web_forms.fields.channel")} options={choices.channels} initial={channelId} empty={t("app.none")} />
        <TextField
          name="campaign"
          label={t("web_forms.fields.campaign")}
          hint={t("web_forms.hints.campaign")}
          initial={campaign}
          maxLength={120}
          autoComplete="off"
        />
      </div>
      <ChecksField
        name="ownerIds"
        label={t("web_forms.fields.owners")}
        hint={t("web_forms.hints.owners")}
        options={choices.owners}
        initial={ownerIds}
        required
      />
    </FieldGroup>
  );
}

function Afterwards({ values: { thanks, returnUrl, sites, isReviewed, isAccepting } }: { values: Values }) {
  return (
    <>
      <FieldGroup legend={t("web_forms.parts.after")} section>
        <div className="grid">
          <TextArea name="thanks" label={t("web_forms.fields.thanks")} hint={t("web_forms.hints.thanks")} initial={thanks} maxLength={500} />
          <TextField
            name="returnUrl"
            label={t("web_forms.fields.return_url")}
            hint={t("web_forms.hints.return_url")}
            initial={returnUrl}
            type="url"
            inputMode="url"
            maxLength={500}
            autoComplete="off"
            wide
          />
        </div>
      </FieldGroup>
      <FieldGroup legend={t("web_forms.parts.open")} section>
        <CheckboxField name="isAccepting" label={t("web_forms.fields.is_accepting")} initial={isAccepting} />
        <CheckboxField name="isReviewed" label={t("web_forms.fields.is_reviewed")} hint={t("web_forms.hints.is_reviewed")} initial={isReviewed} />
        <TextArea name="sites" label={t("web_forms.fields.sites")} hint={t("web_forms.hints.sites")} initial={sites} maxLength={2000} spellCheck={false} />
      </FieldGroup>
    </>
  );
}
