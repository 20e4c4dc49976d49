import { NextStepFields } from "@/components/activities/next-step-fields";
import { WhenDoneFields } from "@/components/activities/when-done-fields";
import { CheckboxField } from "@/components/forms/choice-fields";
import { FieldFold } from "@/components/forms/field-fold";
import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { TextArea } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { followUpKinds } from "@/lib/activities/rules";
import { t } from "@/lib/i18n/words";
import { marksOfNext } from "@/lib/required/marks";
import type { Option } from "@/lib/settings/queries";
import type { FormAction } from "@/lib/web/form-state";

type Props = { action: FormAction; accountId: number; colleagues: Option[] };

/** What was just done, in one box: the note of a call between two visits. Whom to tell and what comes next fold away. */
export function FollowUpForm({ action, accountId, colleagues }: Props) {
  const kinds = followUpKinds.map((kind) => ({ value: kind, label: t(`activities.kinds.${kind}`) }));
  return (
    <Form
      action={action}
      id="follow-up"
      marks={marksOfNext("nextOn", "nextTime", { name: "nextKind", initial: "call" })}
      hidden={{ accountId }}
      className="form sheet"
    >
      <TextArea name="notes" label={t("accounts.follow_up")} hint={t("accounts.follow_up_hint")} rows={2} />
      <SelectField name="kind" label={t("accounts.follow_up_kind")} options={kinds} initial="call" />
      <WhenDoneFields />
      <FieldFold label={t("accounts.follow_up_more")} names={["mentionId", "isPinned", "nextOn", "nextTime", "nextSubject"]}>
        <div className="grid">
          <SelectField name="mentionId" label={t("activities.mention")} hint={t("activities.mention_hint")} options={colleagues} empty={t("app.none")} />
          <CheckboxField name="isPinned" label={t("activities.pin")} />
        </div>
        <NextStepFields />
      </FieldFold>
      <div className="bar">
        <Button>{t("app.save")}</Button>
        <a href={`/activities/new?account=${accountId}`}>{t("accounts.plan")}</a>
      </div>
    </Form>
  );
}
