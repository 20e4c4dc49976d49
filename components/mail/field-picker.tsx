import { SelectField } from "@/components/forms/select-field";
import { Button } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";

/** Writes a field into the text, so that nobody types its braces. `fields` as they are written between them, by the kind that has them where there are several. */
export function FieldPicker({ fields }: { fields: { written: string; group?: string }[] }) {
  return (
    <div className="grid">
      <SelectField
        name="insertField"
        label={t("mails.insert_field")}
        hint={t("mails.insert_field_hint")}
        empty={t("forms.choose_one")}
        options={fields.map(({ written, group }) => ({ value: written, label: written.slice(2, -2), group }))}
      />
      <div className="bar">
        <Button name="_assist" value="field">
          {t("mails.insert")}
        </Button>
      </div>
    </div>
  );
}
