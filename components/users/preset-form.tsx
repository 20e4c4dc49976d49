import { RadioField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { presets } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

/** How far the profiles every company starts with reach, all at once. */
export function PresetForm({ action }: { action: FormAction }) {
  return (
    <Form action={action} id="preset" fold={{ label: t("users.apply_preset") }}>
      <RadioField
        name="preset"
        label={t("users.preset")}
        hint={t("users.preset_hint")}
        options={presets.map((preset) => ({ value: preset, label: t(`access.presets.${preset}`), hint: t(`access.preset_hints.${preset}`) }))}
        stacked
        required
      />
      <div className="bar">
        <Button>{t("users.apply_preset")}</Button>
      </div>
    </Form>
  );
}
