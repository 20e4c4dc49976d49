import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { TextArea } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { followUpKinds } from "@/lib/activities/rules";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

/** What was just done, in one box: the note of a call between two visits. */
export function FollowUpForm({ action, accountId }: { action: FormAction; accountId: number }) {
  const kinds = followUpKinds.map((kind) => ({ value: kind, label: t(`activities.kinds.${kind}`) }));
  return (
    <Form action={action} id="follow-up" hidden={{ accountId }} className="form sheet">
      <TextArea name="notes" label={t("accounts.follow_up")} hint={t("accounts.follow_up_hint")} rows={2} />
      <SelectField name="kind" label={t("accounts.follow_up_kind")} options={kinds} initial="call" />
      <div className="bar">
        <Button>{t("app.save")}</Button>
        <a href={`/activities/new?account=${accountId}`}>{t("accounts.plan")}</a>
      </div>
    </Form>
  );
}
