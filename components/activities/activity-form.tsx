import { CheckboxField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { PickField } from "@/components/forms/pick-field";
import { SelectField } from "@/components/forms/select-field";
import { DateField, TextArea, TextField, TimeField } from "@/components/forms/text-fields";
import { PageHead } from "@/components/ui/page-head";
import { type ActivityKind, activityKinds } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import { marksOf } from "@/lib/required/marks";
import type { Option } from "@/lib/settings/queries";
import type { FormAction } from "@/lib/web/form-state";
import { ExtentField } from "./extent-field";
import { ReminderField } from "./reminder-field";
import { RepeatFields } from "./repeat-fields";
import type { RepetitionRule } from "./repetition-text";

export type Picked = { id: number; label: string };
export type ActivityValues = {
  kind?: ActivityKind;
  subject?: string;
  notes?: string | null;
  date?: string;
  time?: string | null;
  endDate?: string | null;
  endTime?: string | null;
  ownerId?: number;
  remindMinutes?: number | null;
  isDone?: boolean;
};

type Props = {
  action: FormAction;
  values: ActivityValues;
  about: { account?: Picked; contact?: Picked; prospect?: Picked; isWithoutProspects?: boolean };
  /** Null for who may not assign. */
  owners: Option[] | null;
  back: string;
  id?: number;
  version?: number;
  /** It waits to be done, so that how it comes again may be said. */
  isPlanned?: boolean;
  /** It is one of many: the change asks which of them it is for. */
  rule?: RepetitionRule;
};

export function ActivityEditor(props: Props) {
  const title = props.id === undefined ? t("activities.new") : t("activities.edit");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.activity_form")} title={title} crumbs={[{ href: "/calendar", label: t("calendar.title") }, { label: title }]} />
      <ActivityForm {...props} />
    </main>
  );
}

function ActivityForm({ action, values, about, owners, back, id, version, isPlanned, rule }: Props) {
  const isDone = values.isDone === true;
  const kinds = activityKinds.map((value) => ({ value, label: t(`activities.kinds.${value}`) }));
  return (
    <Form action={action} version={version} marks={marksOf("activities", { kind: values.kind ?? "appointment" })} hidden={id === undefined ? {} : { id }}>
      <FieldGroup legend={isDone ? t("activities.what_was_done") : t("activities.what")} section>
        <div className="grid">
          <SelectField name="kind" label={t("activities.fields.kind")} options={kinds} initial={values.kind ?? "appointment"} />
          <TextField name="subject" label={t("activities.fields.subject")} initial={values.subject} required />
          {owners && <SelectField name="ownerId" label={t("activities.fields.owner")} options={owners} initial={values.ownerId} />}
          <TextArea name="notes" label={t("activities.fields.notes")} initial={values.notes} />
          {id === undefined && <CheckboxField name="isDone" label={t("activities.is_done")} hint={t("activities.is_done_hint")} initial={values.isDone} />}
        </div>
      </FieldGroup>
      {isDone && <About about={about} />}
      <FieldGroup legend={t("activities.when")} section>
        <div className="grid">
          <DateField name="date" label={t("activities.fields.date")} initial={values.date} required />
          <TimeField name="time" label={t("activities.fields.time")} hint={t("activities.whole_day_hint")} initial={values.time} />
          <TimeField name="endTime" label={t("activities.fields.ends_at")} hint={t("activities.ends_hint")} initial={values.endTime} />
          <DateField name="endDate" label={t("activities.last_day")} initial={values.endDate} />
          {!isDone && <ReminderField initial={values.remindMinutes} />}
        </div>
      </FieldGroup>
      {(isPlanned || (id === undefined && !isDone)) && <RepeatFields rule={rule} hint={rule && t("activities.repeat_edit_hint")} />}
      {!isDone && <About about={about} />}
      {rule && <ExtentField />}
      <FormEnd back={back} />
    </Form>
  );
}

function About({ about }: Pick<Props, "about">) {
  return (
    <FieldGroup legend={t("activities.about")} name="about" section>
      <div className="grid">
        {!about.isWithoutProspects && <PickField name="prospectId" label={t("activities.fields.prospect")} from="prospects" initial={about.prospect} />}
        <PickField name="accountId" label={t("activities.fields.account")} from="accounts" initial={about.account} />
        <PickField name="contactId" label={t("activities.fields.contact")} from="contacts" initial={about.contact} />
      </div>
    </FieldGroup>
  );
}
