import { Form } from "@/components/forms/form";
import { PasswordField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

/** `token` is undefined when the link is old or used. */
export function NewPasswordForm({ action, token }: { action: FormAction; token: string | undefined }) {
  return (
    <>
      <title>{`${t("login.new_title")} · ${t("app.name")}`}</title>
      <h1>{token === undefined ? t("portal.not_available") : t("login.new_title")}</h1>
      {token === undefined ? <Gone /> : <Fields action={action} token={token} />}
    </>
  );
}

function Fields({ action, token }: { action: FormAction; token: string }) {
  return (
    <Form action={action} hidden={{ token }}>
      <PasswordField name="password" label={t("login.new_password")} hint={t("login.new_password_hint", { min: 12 })} autoComplete="new-password" required />
      <Button look="main">{t("login.new_submit")}</Button>
    </Form>
  );
}

function Gone() {
  return (
    <>
      <p>{t("portal.not_available_hint")}</p>
      <div className="bar">
        <ButtonLink href="/login">{t("login.title")}</ButtonLink>
      </div>
    </>
  );
}
