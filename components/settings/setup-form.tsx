import { RadioField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { EmailField, PasswordField, TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { presets, purposes } from "@/db/vocabulary";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import { packOptions } from "./pack-options";

/** Two minutes between an empty folder and the first quotation. */
export function SetupForm({ action, token }: { action: FormAction; token: string }) {
  return (
    <>
      <title>{`${t("setup.title")} · ${t("app.name")}`}</title>
      <h1>{t("setup.welcome")}</h1>
      <p className="soft">{t("setup.intro")}</p>
      <Form action={action} hidden={token === "" ? {} : { token }}>
        <FieldGroup legend={t("setup.company")} section>
          <TextField name="companyName" label={t("setup.company_name")} autoComplete="organization" required />
          <SelectField name="pack" label={t("setup.country")} hint={t("setup.country_hint")} options={packOptions()} initial="MX" />
          <SelectField name="zone" label={t("setup.zone")} options={zoneOptions()} empty={t("setup.usual_zone")} />
          <RadioField name="preset" label={t("setup.sharing")} options={presetOptions()} initial="own" stacked />
          <RadioField name="purpose" label={t("modules.purpose")} hint={t("modules.purpose_hint")} options={purposeOptions()} initial="commercial" stacked />
        </FieldGroup>
        <FieldGroup legend={t("setup.administrator")} section>
          <TextField name="name" label={t("setup.administrator_name")} autoComplete="name" required />
          <EmailField name="email" label={t("setup.administrator_email")} autoComplete="username" required />
          <PasswordField
            name="password"
            label={t("setup.administrator_password")}
            hint={t("login.new_password_hint", { min: 12 })}
            autoComplete="new-password"
            required
          />
          {token === "" && <TextField name="token" label={t("setup.key")} hint={t("setup.key_hint")} autoComplete="off" required />}
        </FieldGroup>
        <Button look="main">{t("setup.submit")}</Button>
      </Form>
    </>
  );
}

function presetOptions() {
  return presets.map((preset) => ({ value: preset, label: t(`access.presets.${preset}`), hint: t(`access.preset_hints.${preset}`) }));
}

function purposeOptions() {
  return purposes.map((purpose) => ({ value: purpose, label: t(`modules.purposes.${purpose}`), hint: t(`modules.purpose_hints.${purpose}`) }));
}

const american =
  /^(America\/(Mexico_City|Monterrey|Tijuana|Cancun|Hermosillo|Chihuahua|Bogota|Lima|Caracas|La_Paz|Santiago|Asuncion|Montevideo|Guayaquil|Panama|Costa_Rica|Guatemala|El_Salvador|Tegucigalpa|Managua|Santo_Domingo|Havana|New_York|Chicago|Denver|Los_Angeles|Sao_Paulo|Argentina\/Buenos_Aires|Buenos_Aires)|Europe\/Madrid|UTC)$/;

/** The zones of the countries we serve, first; nobody scrolls through four hundred. */
function zoneOptions() {
  const zones = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => american.test(zone))])];
  return zones
    .map((zone) => ({ value: zone, label: isNamed(zone) ? t(`setup.zones.${named[zone]}`) : zone.replace(/^.*\//, "").replaceAll("_", " ") }))
    .sort((one, other) => one.label.localeCompare(other.label, current().locale));
}

/** The cities whose name is not in the code of their zone. */
const named = {
  "America/Mexico_City": "mexico_city",
  "America/Cancun": "cancun",
  "America/Bogota": "bogota",
  "America/Asuncion": "asuncion",
  "America/Panama": "panama",
  "America/New_York": "new_york",
  "America/Los_Angeles": "los_angeles",
  "America/Havana": "havana",
  "America/Sao_Paulo": "sao_paulo",
  UTC: "utc",
} as const;

function isNamed(zone: string): zone is keyof typeof named {
  return zone in named;
}
