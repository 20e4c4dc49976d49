import { Pager } from "@/components/ui/pager";
import { Timeline } from "@/components/ui/timeline";
import type { Page } from "@/lib/access/keyset";
import type { Viewer } from "@/lib/access/viewer";
import { doneDay } from "@/lib/activities/when";
import { dayOf } from "@/lib/core/dates";
import type { DoneActivity } from "@/lib/events/activity-entries";
import { changesOf, folded, type Told } from "@/lib/events/changes";
import type { Entry, PlannedActivity } from "@/lib/events/timeline";
import { current } from "@/lib/i18n/current";
import { monthOfYear } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import { DoneEntry, EditsEntry, EventEntry, PlannedEntry } from "./history-entries";

type Props = {
  planned: Page<PlannedActivity>;
  /** What is kept on top. */
  pinned?: DoneActivity[];
  page: Page<Entry>;
  viewer: Viewer;
  /** Of a person, not of an account. */
  ofContact?: boolean;
  /** The address of a page of the history. */
  href: (cursor: string) => string;
  /** The address of a page of what is planned. */
  plannedHref: (cursor: string) => string;
};

/** What is planned and what happened, as one list by months, the newest first. */
export function History({ planned, pinned = [], page, viewer, ofContact = false, href, plannedHref }: Props) {
  const months = Map.groupBy(folded(page.rows), (entry) => dayIn(entry).slice(0, 7));
  if (planned.rows.length === 0 && page.rows.length === 0) return <p className="soft">{t("events.empty")}</p>;
  return (
    <>
      {pinned.length > 0 && (
        <Timeline title={t("activities.pinned_title")}>
          {pinned.map((activity) => (
            <DoneEntry key={activity.id} activity={activity} at={activity.doneAt ?? activity.startsAtUtc} />
          ))}
        </Timeline>
      )}
      {planned.rows.length > 0 && (
        <Timeline title={t("events.planned")}>
          {planned.rows.map((activity) => (
            <PlannedEntry key={activity.id} activity={activity} today={viewer.today} />
          ))}
        </Timeline>
      )}
      <Pager label={t("events.planned")} previous={planned.previous && plannedHref(planned.previous)} next={planned.next && plannedHref(planned.next)} />
      {[...months].map(([month, entries]) => (
        <Timeline key={month} title={capital(monthOfYear(`${month}-01`))}>
          {entries.map((entry) => (
            <OneEntry key={entry.id} entry={entry} viewer={viewer} ofContact={ofContact} />
          ))}
        </Timeline>
      ))}
      <Pager previous={page.previous && href(page.previous)} next={page.next && href(page.next)} />
    </>
  );
}

function dayIn(entry: Told): string {
  return "activity" in entry ? doneDay(entry.activity, entry.sortValue) : dayOf(entry.sortValue, current().zone);
}

function OneEntry({ entry, viewer, ofContact }: { entry: Told; viewer: Viewer; ofContact: boolean }) {
  if ("activity" in entry) return <DoneEntry activity={entry.activity} at={entry.sortValue} />;
  if ("event" in entry) return <EventEntry event={entry.event} ofContact={ofContact} />;
  return <EditsEntry edits={entry.edits} changes={changesOf(entry.edits, viewer)} ofContact={ofContact} />;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
