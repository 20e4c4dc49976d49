import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { EmailField, PasswordField, TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { examplePacks } from "@/lib/example/companies";
import { countryName } from "@/lib/i18n/countries";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

/** The other way to begin: somebody else's company, invented whole. */
export function ExampleForm({ action, token }: { action: FormAction; token: string }) {
  const options = examplePacks.map((pack) => ({ value: pack, label: `${countryName(pack)} · ${t(`setup.example_trades.${pack}`)}` }));
  return (
    <section className="section">
      <h2>{t("setup.example")}</h2>
      <p className="soft">{t("setup.example_hint")}</p>
      <Form action={action} id="example" hidden={token === "" ? {} : { token }}>
        <SelectField name="pack" label={t("setup.example_country")} options={options} initial="MX" />
        <EmailField name="email" label={t("setup.administrator_email")} hint={t("setup.example_email_hint")} autoComplete="username" required />
        <PasswordField
          name="password"
          label={t("setup.administrator_password")}
          hint={t("login.new_password_hint", { min: 12 })}
          autoComplete="new-password"
          required
        />
        {token === "" && <TextField name="token" label={t("setup.key")} hint={t("setup.key_hint")} autoComplete="off" required />}
        <Button>{t("setup.example_submit")}</Button>
      </Form>
    </section>
  );
}
