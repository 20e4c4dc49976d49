import { RadioField } from "@/components/forms/choice-fields";
import { ButtonForm, Form } from "@/components/forms/form";
import { PasswordField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type ListName, sheetFormats } from "@/db/vocabulary";
import { largestAtOnce, mostUnasked } from "@/lib/exports/rules";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import { ListAbout, listWord } from "./list-about";

type Props = { list: ListName; address: string; rows: number; isCut: boolean; labels: string[]; action: FormAction };

export function ExportForm({ list, address, rows, isCut, labels, action }: Props) {
  const formats = sheetFormats.map((value) => ({ value, label: t(`lists.formats.${value}`) }));
  return (
    <ListAbout list={list} title={t("lists.export_of", { list: listWord(list) })} help={t("help.list_export")} address={address}>
      {isCut ? <Notice tone="late">{t("app.type_more")}</Notice> : <p>{whatOf(rows)}</p>}
      <p className="soft">
        {t("lists.export_columns")}: {labels.join(", ")}
      </p>
      {rows > mostUnasked ? (
        <Form id="take" action={action} hidden={{ list, address }}>
          <RadioField name="format" label={t("lists.export_format")} initial="xlsx" options={formats} />
          <PasswordField
            name="password"
            label={t("login.password")}
            hint={t(Number.isFinite(rows) ? "lists.export_asks" : "lists.export_may_ask", { count: mostUnasked })}
            required
          />
          <div className="bar">
            <Button look="main">{t("app.export")}</Button>
          </div>
        </Form>
      ) : (
        <div className="bar">
          {sheetFormats.map((format) => (
            <ButtonForm key={format} id={format} action={action} hidden={{ list, address, format }}>
              <Button look={format === "xlsx" ? "main" : "plain"}>{t(`lists.export_as.${format}`)}</Button>
            </ButtonForm>
          ))}
        </div>
      )}
    </ListAbout>
  );
}

function whatOf(rows: number): string {
  if (!Number.isFinite(rows)) return t("lists.export_uncounted");
  return rows > largestAtOnce ? t("lists.export_many", { count: largestAtOnce }) : t("lists.export_what", { rows });
}
