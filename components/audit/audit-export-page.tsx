import { RadioField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { PasswordField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { sheetFormats } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import { auditPath } from "./audit-cells";

type Props = {
  address: string;
  /** Undefined for more than a file takes. */
  rows: number | undefined;
  most: number;
  /** From so many on, who takes them out shows that the session is theirs. */
  mostUnasked: number;
  isReady: boolean;
  action: FormAction;
};

export function AuditExportPage({ address, rows, most, mostUnasked, isReady, action }: Props) {
  const back = address === "" ? auditPath : `${auditPath}?${address}`;
  return (
    <main>
      <title>{`${t("audit.export")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.audit_export")}
        title={t("audit.export")}
        crumbs={[{ href: back, label: t("settings.audit") }, { label: t("audit.export") }]}
        actions={
          isReady && (
            <ButtonLink look="main" href={`${auditPath}/file`}>
              {t("app.download")}
            </ButtonLink>
          )
        }
      />
      {rows === undefined ? (
        <Notice tone="soon">{t("audit.export_too_many", { count: most })}</Notice>
      ) : (
        <Form id="take" action={action} hidden={{ address }}>
          <p>{t("audit.export_what", { rows })}</p>
          <RadioField
            name="format"
            label={t("lists.export_format")}
            initial="xlsx"
            options={sheetFormats.map((value) => ({ value, label: t(`lists.formats.${value}`) }))}
          />
          {rows > mostUnasked && <PasswordField name="password" label={t("login.password")} hint={t("lists.export_asks", { count: mostUnasked })} required />}
          <div className="bar">
            <Button look={isReady ? "plain" : "main"}>{t("app.export")}</Button>
          </div>
        </Form>
      )}
    </main>
  );
}
