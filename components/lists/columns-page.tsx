import { ChecksField } from "@/components/forms/choice-fields";
import { ButtonForm, Form } from "@/components/forms/form";
import { Button, ButtonLink } from "@/components/ui/button";
import type { ListName } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { FormAction } from "@/lib/web/form-state";
import { ListAbout, listWord } from "./list-about";

type Props = { list: ListName; address: string; columns: ListColumn<never>[]; shown: string[]; action: FormAction };

export function ColumnsPage({ list, address, columns, shown, action }: Props) {
  const options = columns.filter(({ isFixed }) => !isFixed).map(({ key, label }) => ({ value: key, label: label() }));
  return (
    <ListAbout list={list} title={t("lists.columns_of", { list: listWord(list) })} help={t("help.list_columns")} address={address}>
      <Form action={action} hidden={{ list, address }} id="columns">
        <ChecksField name="columns" label={t("lists.columns_shown")} hint={t("lists.columns_hint")} options={options} initial={shown} stacked />
        <div className="bar">
          <Button look="main">{t("app.save")}</Button>
          <ButtonLink look="quiet" href={`/${list}?${address}`}>
            {t("app.cancel")}
          </ButtonLink>
        </div>
      </Form>
      <ButtonForm action={action} hidden={{ list, address, usual: "on" }} id="usual">
        <Button look="quiet">{t("lists.usual_columns")}</Button>
      </ButtonForm>
    </ListAbout>
  );
}
