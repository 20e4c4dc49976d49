import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { NumberField, TextField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { colors } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { Origin } from "@/lib/origins/queries";
import type { FormAction } from "@/lib/web/form-state";

type Props = { action: FormAction; origin?: Origin; place?: number };

/** New and edit are one form, typed at the top; the code is typed once. */
export function OriginForm({ action, origin, place }: Props) {
  return (
    <section id="origin" aria-labelledby={origin && "origin-title"}>
      {origin && (
        <h2 className="section-head" id="origin-title">
          {t("origins.edit_of", { name: origin.name })}
        </h2>
      )}
      <Form action={action} id={origin ? "edit-origin" : "new-origin"} version={origin?.version} hidden={origin && { id: origin.id }} className="form">
        <div className="grid">
          {!origin && (
            <TextField
              name="code"
              label={t("origins.fields.code")}
              hint={t("origins.code_hint")}
              autoCapitalize="characters"
              autoComplete="off"
              maxLength={10}
              required
            />
          )}
          <TextField name="name" label={t("origins.fields.name")} initial={origin?.name} autoComplete="off" enterKeyHint="done" required />
          <SelectField
            name="color"
            label={t("origins.fields.color")}
            options={colors.map((color) => ({ value: color, label: t(`forms.colors.${color}`) }))}
            initial={origin?.color}
            empty={t("app.none")}
          />
          <NumberField
            name="place"
            label={t("origins.fields.place")}
            hint={t(origin ? "settings.place_kept_hint" : "settings.place_hint")}
            initial={place}
            inputMode="numeric"
          />
        </div>
        <div className="bar">
          <Button look="main">{t("origins.confirm")}</Button>
          {origin && (
            <ButtonLink href="/settings/origins" look="quiet">
              {t("app.cancel")}
            </ButtonLink>
          )}
        </div>
      </Form>
    </section>
  );
}
