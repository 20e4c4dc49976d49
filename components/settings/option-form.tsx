import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { NumberField, TextField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { colors, type PickList } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import { listAddress } from "@/lib/picklists/filters";
import type { PickOption } from "@/lib/picklists/queries";
import type { FormAction } from "@/lib/web/form-state";

type Props = { action: FormAction; list: PickList; option?: PickOption; place?: number };

/** New and edit are one form; the code is typed once. */
export function OptionForm({ action, list, option, place }: Props) {
  const title = option ? t("settings.edit_of", { name: option.name }) : t("settings.new_option");
  return (
    <section id="option" aria-labelledby="option-title">
      <h2 className="section-head" id="option-title">
        {title}
      </h2>
      <Form action={action} id="option-form" version={option?.version} hidden={option ? { id: option.id } : { list }}>
        <div className="grid">
          {!option && (
            <TextField
              name="code"
              label={t("settings.list_fields.code")}
              hint={t("origins.code_hint")}
              autoCapitalize="characters"
              autoComplete="off"
              maxLength={20}
              required
            />
          )}
          <TextField name="name" label={t("settings.list_fields.name")} initial={option?.name} autoComplete="off" required />
          <SelectField
            name="color"
            label={t("settings.list_fields.color")}
            options={colors.map((color) => ({ value: color, label: t(`forms.colors.${color}`) }))}
            initial={option?.color}
            empty={t("app.none")}
          />
          <NumberField
            name="place"
            label={t("settings.list_fields.place")}
            hint={t(option ? "settings.place_kept_hint" : "settings.place_hint")}
            initial={place}
            inputMode="numeric"
          />
        </div>
        <div className="bar">
          <Button look="main">{option ? t("app.save") : t("settings.add_option")}</Button>
          {option && (
            <ButtonLink href={listAddress(list)} look="quiet">
              {t("app.cancel")}
            </ButtonLink>
          )}
        </div>
      </Form>
    </section>
  );
}
