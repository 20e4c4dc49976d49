import { MailStateMark } from "@/components/mail/mail-state";
import { Timeline, TimelineEntry } from "@/components/ui/timeline";
import type { ActivityRow } from "@/lib/activities/queries";
import { spanText, whenText } from "@/lib/activities/when";
import { formatInstant } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { ToldMail } from "@/lib/mail/queries";

/** What is planned, then what was done and mailed, newest first. */
export function ActivityTimeline({ activities, mails }: { activities: ActivityRow[]; mails: ToldMail[] }) {
  const planned = activities.filter(({ status }) => status === "planned").toReversed();
  const done = activities.filter(({ status }) => status !== "planned");
  const past = [
    ...done.map((activity) => ({ at: activity.startsAtUtc, shown: entry(activity) })),
    ...mails.map((mail) => ({ at: mail.createdAt, shown: mailEntry(mail) })),
  ].toSorted((one, other) => other.at - one.at);
  return (
    <>
      {planned.length > 0 && <Timeline title={t("prospects.plan")}>{planned.map(entry)}</Timeline>}
      {past.length > 0 && <Timeline title={t("prospects.history")}>{past.map(({ shown }) => shown)}</Timeline>}
      {activities.length + mails.length === 0 && <p className="soft">{t("prospects.empty_history")}</p>}
    </>
  );
}

function entry(activity: ActivityRow) {
  const { id, kind, status, subject, notes, result, ownerName, startsAt, isAllDay } = activity;
  const more = notes && notes !== subject ? notes : null;
  return (
    <TimelineEntry key={id} at={startsAt} when={isAllDay ? spanText(activity) : whenText(activity)} quiet={status === "cancelled"}>
      <p>
        <b>{t(`activities.kinds.${kind}`)}</b> · <a href={`/activities/${id}`}>{subject}</a>
        {status === "cancelled" && ` · ${t("activities.statuses.cancelled")}`}
      </p>
      {more && <p className="prewrap">{more}</p>}
      {result && (
        <p>
          {t("activities.fields.result")}: {result}
        </p>
      )}
      <small className="soft">{ownerName}</small>
    </TimelineEntry>
  );
}

function mailEntry({ id, subject, state, isPartial, createdAt, senderName }: ToldMail) {
  return (
    <TimelineEntry key={`mail-${id}`} at={new Date(createdAt).toISOString()} when={formatInstant(createdAt)}>
      <p>
        <b>{t("mails.one")}</b> · <a href={`/mails/${id}`}>{subject}</a> · <MailStateMark state={state} isPartial={isPartial} />
      </p>
      <small className="soft">{senderName}</small>
    </TimelineEntry>
  );
}
