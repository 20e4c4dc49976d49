import type { ReactNode } from "react";
import { CheckboxField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { FileField } from "@/components/forms/other-fields";
import { RegionField } from "@/components/forms/region-field";
import { RouteForm } from "@/components/forms/route-form";
import { SaveAnyway } from "@/components/forms/save-anyway";
import { SelectField } from "@/components/forms/select-field";
import { EmailField, NumberField, PhoneField, TextArea, TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { priceModes } from "@/db/vocabulary";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import { largestLogo } from "@/lib/settings/forms";
import type { findCompany } from "@/lib/settings/queries";
import type { FormAction, FormState } from "@/lib/web/form-state";

type Company = ReturnType<typeof findCompany>;
type Props = { company: Company; action: FormAction; logo: FormState; files: ReactNode; country: ReactNode };

export function CompanyPage({ company, action, logo, files, country }: Props) {
  const title = t("settings.company");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.company")} title={title} crumbs={[{ href: "/settings", label: t("settings.title") }, { label: title }]} />
      <LogoForm company={company} state={logo} />
      <Form action={action} version={company.version}>
        <Identity company={company} />
        <FieldGroup legend={t("settings.selling")} section>
          <TextArea name="paymentData" label={t("settings.payment_data")} hint={t("settings.payment_data_hint")} initial={company.paymentData} />
          <div className="grid">
            <NumberField name="quoteValidDays" label={t("settings.quote_valid_days")} inputMode="numeric" initial={company.quoteValidDays} required />
            <NumberField name="quoteSilenceDays" label={t("settings.quote_silence_days")} inputMode="numeric" initial={company.quoteSilenceDays} required />
            <SelectField
              name="priceMode"
              label={t("settings.price_mode")}
              hint={t("settings.price_mode_hint")}
              initial={company.priceMode}
              options={priceModes.map((mode) => ({ value: mode, label: t(`settings.price_modes.${mode}`) }))}
            />
            <NumberField name="filesRoomMb" label={t("attachments.room")} inputMode="numeric" initial={company.filesRoomMb} required />
            <CheckboxField
              name="allowsLooseContacts"
              label={t("settings.loose_contacts")}
              hint={t("settings.loose_contacts_hint")}
              initial={!company.contactsNeedAccount}
            />
            <CheckboxField
              name="asksDuplicates"
              label={t("settings.asks_duplicates")}
              hint={t("settings.asks_duplicates_hint")}
              initial={company.asksDuplicates}
            />
            <TextField name="zone" label={t("settings.zone")} initial={company.zone} autoCapitalize="none" spellCheck={false} required />
          </div>
        </FieldGroup>
        <p className="soft">{roundingOf(company)}</p>
        <div className="bar">
          <Button look="main">{t("app.save")}</Button>
          <SaveAnyway label={t("forms.save_anyway")} />
        </div>
      </Form>
      {files}
      {country}
    </main>
  );
}

function roundingOf({ roundingMode, taxScope }: Company) {
  const parts = [t(`settings.rounding_modes.${roundingMode}`), t(`settings.tax_scopes.${taxScope}`)].map((part) => `${part}.`);
  return [...parts, current().pack.rounding.isLocked && t("settings.rounding_locked")].filter(Boolean).join(" ");
}

function Identity({ company }: { company: Company }) {
  return (
    <FieldGroup legend={t("app.details")} section>
      <div className="grid">
        <TextField name="name" label={t("settings.trade_name")} initial={company.name} autoComplete="organization" required />
        <TextField name="legalName" label={t("settings.legal_name")} initial={company.legalName} />
        <TextField name="taxId" label={t("accounts.fields.tax_id")} initial={company.taxId} autoCapitalize="characters" />
        <PhoneField name="phone" label={t("settings.phone")} initial={company.phone} />
        <EmailField name="email" label={t("settings.email")} initial={company.email} />
        <TextField name="address" label={t("settings.address")} initial={company.address} autoComplete="street-address" />
        <TextField name="city" label={t("accounts.fields.city")} initial={company.city} autoComplete="address-level2" />
        <RegionField label={t("accounts.fields.division")} divisions={current().pack.divisions.map(({ name }) => name)} initial={company.region} />
        <TextField name="postalCode" label={t("accounts.fields.postal_code")} initial={company.postalCode} autoComplete="postal-code" />
      </div>
    </FieldGroup>
  );
}

/** A file goes to an address of its own, so it has a form of its own. */
function LogoForm({ company, state }: { company: Company; state: FormState }) {
  return (
    <section aria-labelledby="logo">
      <h2 className="section-head" id="logo">
        {t("settings.logo")}
      </h2>
      {company.logoFileId !== null && (
        // biome-ignore lint/performance/noImgElement: it is drawn small already, and only who is inside may have it
        <img className="logo" src={`/settings/company/logo?v=${company.logoFileId}`} alt={t("settings.logo_of", { name: company.name })} />
      )}
      <RouteForm to="/api/uploads/logo" state={state}>
        <FileField
          name="file"
          label={t("settings.logo")}
          hint={t("settings.logo_hint", { max: largestLogo / 1_048_576 })}
          accept="image/png,image/jpeg"
          required
        />
        <div className="bar">
          <Button>{t("settings.logo_upload")}</Button>
        </div>
      </RouteForm>
    </section>
  );
}
