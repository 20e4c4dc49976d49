import { RadioField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { PasswordField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Progress } from "@/components/ui/progress";
import { Refresh } from "@/components/ui/refresh";
import { sheetFormats, type workStates } from "@/db/vocabulary";
import { withQuery } from "@/lib/core/links";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import { auditPath } from "./audit-cells";

type Props = {
  address: string;
  /** Undefined for more than are written at once. */
  rows: number | undefined;
  most: number;
  /** From so many on, who takes them out shows that the session is theirs. */
  mostUnasked: number;
  /** Of what was last asked for alike. */
  state: (typeof workStates)[number] | undefined;
  action: FormAction;
};

export function AuditExportPage({ address, rows, most, mostUnasked, state, action }: Props) {
  const isReady = state === "done";
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
      {state === "waiting" && <Waiting address={address} />}
      {state === "failed" && <Notice tone="late">{t("audit.export_failed")}</Notice>}
      {state !== "waiting" && (
        <Form id="take" action={action} hidden={{ address }}>
          <p>{rows === undefined ? t("audit.export_many", { count: most }) : t("audit.export_what", { rows })}</p>
          <RadioField
            name="format"
            label={t("lists.export_format")}
            initial="xlsx"
            options={sheetFormats.map((value) => ({ value, label: t(`lists.formats.${value}`) }))}
          />
          {(rows === undefined || rows > mostUnasked) && (
            <PasswordField name="password" label={t("login.password")} hint={t("lists.export_asks", { count: mostUnasked })} required />
          )}
          <div className="bar">
            <Button look={isReady ? "plain" : "main"}>{t("app.export")}</Button>
          </div>
        </Form>
      )}
    </main>
  );
}

function Waiting({ address }: { address: string }) {
  return (
    <section className="section">
      <Progress label={t("lists.export_waiting")} value={0} max={0} />
      <p className="soft">{t("lists.export_waiting_note")}</p>
      <Refresh to={withQuery(`${auditPath}/export`, {}, { of: address })} seconds={2} />
    </section>
  );
}
