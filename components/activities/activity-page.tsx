import type { ReactNode } from "react";
import { ButtonForm, Form } from "@/components/forms/form";
import { DateField, TextField, TimeField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Facts } from "@/components/ui/figures";
import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import type { Activity } from "@/lib/activities/queries";
import { reminderText } from "@/lib/activities/reminder-text";
import { isPlanned } from "@/lib/activities/rules";
import { typedTimes } from "@/lib/activities/times";
import { dayOfStart, doneText, spanText } from "@/lib/activities/when";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import { marksOfMove, marksOfNext } from "@/lib/required/marks";
import type { FormAction } from "@/lib/web/form-state";
import type { Picked } from "./activity-form";
import { NextStepFields } from "./next-step-fields";
import { type RepetitionRule, repetitionText } from "./repetition-text";
import { WhenDoneFields } from "./when-done-fields";

type Props = {
  activity: Activity;
  rule?: RepetitionRule;
  owner?: string;
  about: { account?: Picked; contact?: Picked; prospect?: Picked };
  today: string;
  may: { edit: boolean; delete: boolean };
  actions: { complete: FormAction; move: FormAction; pin: FormAction; trash: FormAction };
  files: ReactNode;
};

export function ActivityPage({ activity, rule, owner, about, today, may, actions, files }: Props) {
  const { id, kind, subject, notes, result, doneAt, remindMinutes } = activity;
  const { account, contact, prospect } = about;
  const mayChange = may.edit && isPlanned(activity);
  return (
    <main>
      <title>{`${subject} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.activity")}
        title={subject}
        link={`/activities/${id}`}
        soft={
          <>
            {t(`activities.kinds.${kind}`)} · <ActivityState activity={activity} today={today} />
          </>
        }
        crumbs={[{ href: `/calendar?vista=dia&fecha=${dayOfStart(activity)}`, label: t("calendar.title") }, { label: subject }]}
        more={<More activity={activity} may={may} pin={actions.pin} trash={actions.trash} />}
      />
      <div className="columns">
        <div className="stack">
          <Facts
            facts={[
              { label: t("activities.when"), value: spanText(activity) },
              { label: t("activities.fields.repeats"), value: rule && repetitionText(rule) },
              { label: t("activities.fields.reminder"), value: remindMinutes !== null && isPlanned(activity) ? reminderText(remindMinutes) : null },
              { label: t("activities.fields.prospect"), value: prospect && <a href={`/prospects/${prospect.id}`}>{prospect.label}</a> },
              { label: t("activities.fields.account"), value: account && <a href={`/accounts/${account.id}`}>{account.label}</a> },
              { label: t("activities.fields.contact"), value: contact && <a href={`/contacts/${contact.id}`}>{contact.label}</a> },
              { label: t("activities.fields.owner"), value: owner },
              { label: t("activities.fields.notes"), value: notes && <span className="prewrap">{notes}</span> },
              { label: t("activities.fields.result"), value: result },
              { label: t("activities.statuses.done"), value: doneAt && doneText(activity, doneAt) },
            ]}
          />
          {files}
        </div>
        {mayChange && <Changes activity={activity} actions={actions} />}
      </div>
    </main>
  );
}

function Changes({ activity, actions }: Pick<Props, "activity" | "actions">) {
  const { date, time } = typedTimes(activity, current().zone);
  return (
    <aside className="aside" aria-label={t("app.actions")}>
      <section>
        <h2>{t("activities.done_and_next")}</h2>
        <Form action={actions.complete} id="done" marks={marksOfNext("nextOn", "nextTime", { name: "nextKind", initial: "call" })} hidden={{ id: activity.id }}>
          <TextField name="result" label={t("activities.fields.result")} />
          <WhenDoneFields />
          <NextStepFields />
          <Button look="main">{t("activities.done_short")}</Button>
        </Form>
      </section>
      <section>
        <h2>{t("activities.reschedule")}</h2>
        <Form action={actions.move} id="move" version={activity.version} marks={marksOfMove(activity)} hidden={{ id: activity.id }}>
          <DateField name="date" label={t("activities.fields.date")} initial={date} required />
          <TimeField name="time" label={t("activities.fields.time")} hint={t("activities.whole_day_hint")} initial={time} />
          <Button>{t("activities.reschedule")}</Button>
        </Form>
      </section>
    </aside>
  );
}

type MoreProps = Pick<Props, "activity" | "may"> & Pick<Props["actions"], "pin" | "trash">;

function More({ activity: { id, repetitionId, status, accountId, pinnedAt }, may, pin, trash }: MoreProps) {
  return (
    <>
      {may.edit && (
        <ButtonLink href={`/activities/${id}/edit`} icon="pencil">
          {t("app.edit")}
        </ButtonLink>
      )}
      <ButtonLink href={`/activities/${id}/ics`} icon="calendar">
        {t("calendar.add_to_mine")}
      </ButtonLink>
      {may.edit && accountId !== null && (
        <ButtonForm action={pin} id="pin" hidden={pinnedAt === null ? { id, isPinned: "on" } : { id }}>
          <Button look="quiet">{pinnedAt === null ? t("activities.pin") : t("activities.unpin")}</Button>
        </ButtonForm>
      )}
      {may.delete && (
        <ButtonForm action={trash} id="trash" hidden={{ id }}>
          <Button look="quiet">{t("app.delete")}</Button>
        </ButtonForm>
      )}
      {may.delete && repetitionId !== null && isPlanned({ status }) && (
        <ButtonForm action={trash} id="trash-following" hidden={{ id, appliesTo: "following" }}>
          <Button look="quiet">{t("activities.trash_following")}</Button>
        </ButtonForm>
      )}
    </>
  );
}

function ActivityState({ activity, today }: { activity: Activity; today: string }) {
  if (activity.status === "done") return <State tone="good">{t("activities.statuses.done")}</State>;
  if (activity.status === "cancelled") return <State tone="off">{t("activities.statuses.cancelled")}</State>;
  const day = dayOfStart(activity);
  if (day < today) return <State tone="late">{t("prospects.signals.overdue")}</State>;
  return day === today ? <State tone="soon">{t("activities.today")}</State> : <State tone="plan">{t("activities.statuses.planned")}</State>;
}
