import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/figures";
import { current } from "@/lib/i18n/current";
import { formatDate, formatMoney, formatTime } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import { packName, packOptions } from "./pack-options";

type Props = { currency: string; today: string; version: number; action: FormAction; mayChange: boolean };

/** Where the company is and what follows from it; changed only while nothing was written on paper. */
export function CountryForm({ currency, today, version, action, mayChange }: Props) {
  const { pack } = current();
  return (
    <section id="country" className="section">
      <h2>{t("settings.country")}</h2>
      <Facts
        facts={[
          { label: t("settings.country"), value: packName(pack.code) },
          { label: t("settings.currency"), value: currency },
          { label: t("settings.formats"), value: `${formatMoney("1234.5")} · ${formatDate(today)} · ${formatTime("18:07")}` },
          { label: t("settings.paper"), value: t(`settings.papers.${pack.paper}`) },
        ]}
      />
      {!mayChange && <p className="soft">{t("settings.country_fixed")}</p>}
      {mayChange && (
        <Form action={action} id="country-form" version={version}>
          <FieldGroup legend={t("settings.change_country")} section>
            <SelectField name="pack" label={t("settings.country")} hint={t("settings.change_country_hint")} options={packOptions()} initial={pack.code} />
          </FieldGroup>
          <div className="bar">
            <Button>{t("settings.change_country")}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}
