import { Form } from "@/components/forms/form";
import { EmailField, PasswordField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

type Props = { action: FormAction; next?: string; isNew: boolean };

export function LoginForm({ action, next, isNew }: Props) {
  return (
    <>
      <title>{`${t("login.title")} · ${t("app.name")}`}</title>
      <h1>{t("login.title")}</h1>
      {isNew && <Notice>{t("login.changed")}</Notice>}
      <Form action={action} hidden={next === undefined ? {} : { next }}>
        <EmailField name="email" label={t("login.email")} autoComplete="username" required />
        <PasswordField name="password" label={t("login.password")} required />
        <Button look="main">{t("login.submit")}</Button>
      </Form>
    </>
  );
}
