import { CheckboxField } from "@/components/forms/choice-fields";
import { ButtonForm, Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { DateField, NumberField, TextField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import { Table } from "@/components/ui/table";
import { taxKinds, taxTreatments } from "@/db/vocabulary";
import { formatDate, formatNumber, formatPercent, typedNumber } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Tax } from "@/lib/settings/queries";
import type { FormAction } from "@/lib/web/form-state";

/** `actions` is missing for whoever may only look. */
type Props = { taxes: Tax[]; actions?: { save: FormAction; offer: FormAction }; editing?: Tax };

export function TaxList({ taxes, actions, editing }: Props) {
  const title = t("settings.taxes");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.taxes")} title={title} crumbs={[{ href: "/settings", label: t("settings.title") }, { label: title }]} />
      <Table
        label={title}
        columns={[
          { key: "name", label: t("settings.tax_fields.name"), phone: "title" },
          { key: "code", label: t("settings.tax_fields.code"), kind: "code", phone: "line" },
          { key: "rate", label: t("settings.tax_fields.rate"), kind: "number", phone: "end" },
          { key: "treatment", label: t("settings.tax_fields.treatment"), kind: "soft", phone: "line" },
          { key: "valid", label: t("settings.tax_fields.valid_to"), kind: "date", phone: "label" },
          ...(actions ? [{ key: "actions", label: t("app.actions"), phone: "line" as const }] : []),
        ]}
        rows={taxes.map((tax) => ({ key: tax.id, cells: [...cellsOf(tax), ...(actions ? [<Deeds key="deeds" tax={tax} offer={actions.offer} />] : [])] }))}
      />
      {actions && <TaxForm key={editing?.id ?? "new"} action={actions.save} tax={editing} />}
    </main>
  );
}

function cellsOf({ code, name, kind, rate, treatment, validTo, isDefault, isActive }: Tax) {
  return [
    <span key="name">
      {name} {isDefault && <State tone="good">{t("settings.tax_default")}</State>} {!isActive && <State tone="off">{t("settings.inactive")}</State>}
    </span>,
    code,
    kind === "fixed_per_unit" ? formatNumber(rate) : formatPercent(rate),
    t(`settings.tax_treatments.${treatment}`),
    validTo && formatDate(validTo),
  ];
}

function Deeds({ tax: { id, name, isActive }, offer }: { tax: Tax; offer: FormAction }) {
  return (
    <div className="bar">
      <a href={`/settings/taxes?editar=${id}#tax`} aria-label={t("settings.edit_of", { name })}>
        {t("app.edit")}
      </a>
      <ButtonForm action={offer} id={`offer-${id}`} hidden={{ id, isActive: isActive ? "no" : "yes" }}>
        <Button look="quiet">{isActive ? t("settings.deactivate") : t("settings.activate")}</Button>
      </ButtonForm>
    </div>
  );
}

function TaxForm({ action, tax }: { action: FormAction; tax?: Tax }) {
  return (
    <section id="tax" aria-labelledby="tax-title">
      <h2 className="section-head" id="tax-title">
        {tax ? t("settings.edit_of", { name: tax.name }) : t("settings.new_tax")}
      </h2>
      <Form action={action} id="tax-form" hidden={tax ? { id: tax.id } : {}}>
        <div className="grid">
          <TextField name="code" label={t("settings.tax_fields.code")} initial={tax?.code} autoCapitalize="characters" autoComplete="off" required />
          <TextField name="name" label={t("settings.tax_fields.name")} initial={tax?.name} autoComplete="off" required />
          <SelectField
            name="kind"
            label={t("settings.tax_fields.kind")}
            initial={tax?.kind}
            options={taxKinds.map((kind) => ({ value: kind, label: t(`settings.tax_kinds.${kind}`) }))}
          />
          <NumberField name="rate" label={t("settings.tax_fields.rate")} initial={tax && typedNumber(tax.rate)} required />
          <SelectField
            name="treatment"
            label={t("settings.tax_fields.treatment")}
            initial={tax?.treatment}
            options={taxTreatments.map((treatment) => ({ value: treatment, label: t(`settings.tax_treatments.${treatment}`) }))}
          />
          <DateField name="validFrom" label={t("settings.tax_fields.valid_from")} initial={tax?.validFrom} />
          <DateField name="validTo" label={t("settings.tax_fields.valid_to")} initial={tax?.validTo} />
        </div>
        <CheckboxField name="isDefault" label={t("settings.tax_default_hint")} initial={tax?.isDefault} />
        <div className="bar">
          <Button look="main">{t("app.save")}</Button>
          {tax && (
            <ButtonLink href="/settings/taxes" look="quiet">
              {t("app.cancel")}
            </ButtonLink>
          )}
        </div>
      </Form>
    </section>
  );
}
