import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { EmailField, NumberField, PasswordField, TextField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { mailSecurities } from "@/db/vocabulary";
import { formatInstant } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { MailServer } from "@/lib/mail/queries";
import { reasonText } from "@/lib/mail/reason";
import type { FormAction } from "@/lib/web/form-state";

type Props = {
  /** Missing until the first time it is set. */
  server?: MailServer;
  /** What is proposed before that, and whom the test goes to. */
  companyName: string;
  ownAddress: string;
  save: FormAction;
  test: FormAction;
};

export function MailServerPage({ server, companyName, ownAddress, save, test }: Props) {
  const title = t("mails.server.title");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.mail_server")}
        title={title}
        crumbs={[{ href: "/settings", label: t("settings.title") }, { label: title }]}
        more={<ButtonLink href="/settings/mail-templates">{t("mails.templates.title")}</ButtonLink>}
      />
      {server?.failingSince && (
        <Notice tone="late">
          {server.failure && reasonText(server.failure)}{" "}
          {t("mails.server.failing", { since: formatInstant(server.failingSince), retry: formatInstant(server.retryAt!) })}
        </Notice>
      )}
      <Form action={save} id="server" version={server?.version}>
        <div className="grid">
          <TextField
            name="host"
            label={t("mails.server.host")}
            hint={t("mails.server.host_hint")}
            initial={server?.host}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            required
          />
          <NumberField name="port" label={t("mails.server.port")} inputMode="numeric" initial={server?.port ?? 587} required />
          <SelectField
            name="security"
            label={t("mails.server.security")}
            initial={server?.security ?? "starttls"}
            options={mailSecurities.map((one) => ({ value: one, label: t(`mails.server.securities.${one}`) }))}
          />
          <TextField
            name="userName"
            label={t("mails.server.user_name")}
            hint={t("mails.server.user_hint")}
            initial={server?.userName}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
          <PasswordField
            name="password"
            label={t("mails.server.password")}
            hint={server?.userName ? t("mails.server.password_kept") : undefined}
            autoComplete="new-password"
          />
          <TextField name="fromName" label={t("mails.server.from_name")} initial={server?.fromName ?? companyName} autoComplete="off" required />
          <EmailField name="fromAddress" label={t("mails.server.from_address")} initial={server?.fromAddress} autoComplete="off" required />
          <EmailField name="replyTo" label={t("mails.server.reply_to")} hint={t("mails.server.reply_hint")} initial={server?.replyTo} autoComplete="off" />
        </div>
        <div className="bar">
          <Button look="main">{t("app.save")}</Button>
        </div>
      </Form>
      {server && (
        <section aria-labelledby="test-title">
          <h2 className="section-head" id="test-title">
            {t("mails.server.test")}
          </h2>
          <Form action={test} id="test">
            <EmailField name="to" label={t("mails.server.test_to")} initial={ownAddress} required />
            <div className="bar">
              <Button>{t("mails.server.test")}</Button>
            </div>
          </Form>
        </section>
      )}
    </main>
  );
}
