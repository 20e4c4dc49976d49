import type { ReactNode } from "react";
import { ButtonForm, Form } from "@/components/forms/form";
import { SaveAnyway } from "@/components/forms/save-anyway";
import { TextField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Facts } from "@/components/ui/figures";
import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import type { Activity } from "@/lib/activities/queries";
import { reminderText } from "@/lib/activities/reminder-text";
import { isPlanned } from "@/lib/activities/rules";
import { dayOfStart, doneText, spanText } from "@/lib/activities/when";
import { t } from "@/lib/i18n/words";
import { marksOfNext } from "@/lib/required/marks";
import type { FormAction } from "@/lib/web/form-state";
import type { Picked } from "./activity-form";
import { AskedDeed } from "./asked-deed";
import { type AskedMove, MoveForm } from "./move-form";
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
  actions: Record<"complete" | "move" | "cancel" | "pin" | "trash", FormAction>;
  /** What the address asks for; anything else asks for nothing. */
  asked: { deed: unknown; move: AskedMove };
  /** The follow-up of the prospect it is about, where one may be added. */
  followUpHref?: string;
  files: ReactNode;
};

export function ActivityPage({ activity, rule, owner, about, today, may, actions, asked, followUpHref, files }: Props) {
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
        more={<More activity={activity} may={may} actions={actions} />}
      />
      <AskedDeed
        activity={activity}
        deeds={{ ...(mayChange && { move: actions.move, cancel: actions.cancel }), ...(may.delete && { trash: actions.trash }) }}
        asked={asked}
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
        {mayChange && <Changes {...{ activity, actions, followUpHref }} isMoving={asked.deed === "move"} />}
      </div>
    </main>
  );
}

function Changes({ activity, actions, followUpHref, isMoving }: Pick<Props, "activity" | "actions" | "followUpHref"> & { isMoving: boolean }) {
  return (
    <aside className="aside" aria-label={t("app.actions")}>
      <section>
        <h2>{t("activities.done_and_next")}</h2>
        <Form action={actions.complete} id="done" marks={marksOfNext("nextOn", "nextTime", { name: "nextKind", initial: "call" })} hidden={{ id: activity.id }}>
          <TextField name="result" label={t("activities.fields.result")} />
          <WhenDoneFields />
          <NextStepFields />
          <div className="bar">
            <Button look="main">{t("activities.done_short")}</Button>
            <SaveAnyway label={t("forms.save_anyway")} />
            {followUpHref && <a href={followUpHref}>{t("prospects.add_follow_up")}</a>}
          </div>
        </Form>
      </section>
      {!isMoving && (
        <section>
          <h2>{t("activities.reschedule")}</h2>
          <MoveForm action={actions.move} activity={activity} />
        </section>
      )}
    </aside>
  );
}

function More({ activity, may, actions: { pin, cancel, trash } }: Pick<Props, "activity" | "may" | "actions">) {
  const { id, repetitionId, accountId, pinnedAt } = activity;
  const isOfMany = repetitionId !== null && isPlanned(activity);
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
      {may.edit && isPlanned(activity) && <Deed name="cancel" label={t("activities.cancel")} action={cancel} id={id} asks={isOfMany} />}
      {may.delete && <Deed name="trash" label={t("app.delete")} action={trash} id={id} asks={isOfMany} />}
    </>
  );
}

/** A button, or where it has to be said which times are meant, the way to the form that asks. */
function Deed({ name, label, action, id, asks }: { name: string; label: string; action: FormAction; id: number; asks: boolean }) {
  if (asks) {
    return (
      <ButtonLink look="quiet" href={`/activities/${id}?do=${name}`}>
        {label}…
      </ButtonLink>
    );
  }
  return (
    <ButtonForm action={action} id={name} hidden={{ id }}>
      <Button look="quiet">{label}</Button>
    </ButtonForm>
  );
}

function ActivityState({ activity, today }: { activity: Activity; today: string }) {
  if (activity.status === "done") return <State tone="good">{t("activities.statuses.done")}</State>;
  if (activity.status === "cancelled") return <State tone="off">{t("activities.statuses.cancelled")}</State>;
  const day = dayOfStart(activity);
  if (day < today) return <State tone="late">{t("prospects.signals.overdue")}</State>;
  return day === today ? <State tone="soon">{t("activities.today")}</State> : <State tone="plan">{t("activities.statuses.planned")}</State>;
}
