import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { Button } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

type Choice = { id: number; name: string; isActive: boolean };

/** Makes one of two choices: of any, into one that is in use. */
export function MergeForm({ title, hint, choices, action }: { title: string; hint: string; choices: readonly Choice[]; action: FormAction }) {
  const named = (some: readonly Choice[]) => some.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section aria-labelledby="merge-title">
      <div className="section-head">
        <h2 id="merge-title">{title}</h2>
        <p className="soft">{hint}</p>
      </div>
      <Form action={action} id="merge" className="form">
        <div className="grid">
          <SelectField name="fromId" label={t("settings.merge_from")} options={named(choices)} empty={t("app.choose")} required />
          <SelectField
            name="intoId"
            label={t("settings.merge_into")}
            options={named(choices.filter(({ isActive }) => isActive))}
            empty={t("app.choose")}
            required
          />
        </div>
        <div className="bar">
          <Button>{title}</Button>
        </div>
      </Form>
    </section>
  );
}
