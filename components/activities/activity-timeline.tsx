import { Timeline, TimelineEntry } from "@/components/ui/timeline";
import type { ActivityRow } from "@/lib/activities/queries";
import { spanText, whenText } from "@/lib/activities/when";
import { t } from "@/lib/i18n/words";

/** What is planned, then what was done, newest first. */
export function ActivityTimeline({ activities }: { activities: ActivityRow[] }) {
  const planned = activities.filter(({ status }) => status === "planned").toReversed();
  const past = activities.filter(({ status }) => status !== "planned");
  return (
    <>
      {planned.length > 0 && <Timeline title={t("prospects.plan")}>{planned.map(entry)}</Timeline>}
      {past.length > 0 && <Timeline title={t("prospects.history")}>{past.map(entry)}</Timeline>}
      {activities.length === 0 && <p className="soft">{t("prospects.empty_history")}</p>}
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
