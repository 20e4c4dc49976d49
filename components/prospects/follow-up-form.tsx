import { WhenDoneFields } from "@/components/activities/when-done-fields";
import { ChecksField, RadioField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { SaveAnyway } from "@/components/forms/save-anyway";
import { SelectField } from "@/components/forms/select-field";
import { DateField, TextArea, TextField, TimeField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { followUpKinds, nextKinds } from "@/lib/activities/rules";
import { t } from "@/lib/i18n/words";
import { milestones } from "@/lib/prospects/rules";
import { marksOfNext } from "@/lib/required/marks";
import type { Option } from "@/lib/settings/queries";
import type { FormAction } from "@/lib/web/form-state";

export type Pending = { id: number; subject: string; when: string; isDue: boolean };
type Props = { action: FormAction; prospectId: number; reasons: Option[]; pending: Pending[]; mayQuote: boolean };

/** What happened, what it led to and what comes next, in one form. */
export function FollowUpForm({ action, prospectId, reasons, pending, mayQuote }: Props) {
  const outcomes = milestones.filter((value) => mayQuote || value !== "add_quote").map((value) => ({ value, label: t(`prospects.outcomes.${value}`) }));
  return (
    <Form action={action} id="follow-up" marks={marksOfNext("nextOn", "nextTime", { name: "nextKind", initial: "call" })} hidden={{ id: prospectId }}>
      <SelectField name="kind" label={t("activities.fields.kind")} options={kindOptions(followUpKinds)} initial="call" />
      <TextArea name="notes" label={t("prospects.what_happened")} rows={2} required />
      <TextField name="result" label={t("activities.fields.result")} wide />
      <WhenDoneFields />
      {pending.length > 0 && (
        <ChecksField
          name="done"
          label={t("prospects.pending")}
          options={pending.map(({ id, subject, when }) => ({ value: id, label: subject, hint: when }))}
          initial={pending.filter(({ isDue }) => isDue).map(({ id }) => id)}
          stacked
        />
      )}
      <FieldGroup legend={t("prospects.next_step")} hint={t("prospects.next_step_hint")}>
        <div className="grid">
          <SelectField name="nextKind" label={t("prospects.next_kind")} options={kindOptions(nextKinds)} initial="call" />
          <TextField name="nextSubject" label={t("activities.fields.subject")} />
          <DateField name="nextOn" label={t("activities.fields.next_date")} />
          <TimeField name="nextTime" label={t("activities.fields.next_time")} />
        </div>
      </FieldGroup>
      <RadioField name="milestone" label={t("prospects.outcome")} options={outcomes} initial="none" />
      <SelectField name="lostReasonId" label={t("prospects.fields.lost_reason")} options={reasons} empty={t("app.none")} />
      <div className="bar">
        <Button look="main">{t("prospects.add_follow_up")}</Button>
        <SaveAnyway label={t("forms.save_anyway")} />
      </div>
    </Form>
  );
}

function kindOptions<Kind extends (typeof followUpKinds)[number] | (typeof nextKinds)[number]>(kinds: readonly Kind[]) {
  return kinds.map((value) => ({ value, label: t(`activities.kinds.${value}`) }));
}
