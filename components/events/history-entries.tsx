import { State } from "@/components/ui/state";
import { TimelineEntry } from "@/components/ui/timeline";
import { dayOfStart, doneText, whenText } from "@/lib/activities/when";
import type { DoneActivity } from "@/lib/events/activity-entries";
import type { FieldChange } from "@/lib/events/changes";
import type { ToldEvent } from "@/lib/events/event-entries";
import { minorText } from "@/lib/i18n/balances";
import { formatInstant, relativeDay } from "@/lib/i18n/format";
import { isMessageKey, t } from "@/lib/i18n/words";

export function PlannedEntry({ activity, today }: { activity: DoneActivity; today: string }) {
  const day = dayOfStart(activity);
  const tone = day < today ? "late" : day === today ? "soon" : "plan";
  return (
    <TimelineEntry at={activity.startsAt} when={whenText(activity)}>
      <State tone={tone}>{relativeDay(day, today)}</State> <ActivityLine activity={activity} />
      <small>{[activity.contactName, activity.ownerName && t("activities.assigned_to", { name: activity.ownerName })].filter(Boolean).join(" · ")}</small>
    </TimelineEntry>
  );
}

export function DoneEntry({ activity, at }: { activity: DoneActivity; at: number }) {
  const { status, subject, notes, result, ownerName, contactName } = activity;
  return (
    <TimelineEntry at={new Date(at).toISOString()} when={doneText(activity, at)} quiet={status === "cancelled"}>
      <ActivityLine activity={activity} />
      {status === "cancelled" && <State tone="off">{t("activities.statuses.cancelled")}</State>}
      {[notes !== subject && notes, result].filter(isSaid).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <small>{[ownerName, contactName && t("events.with", { name: contactName })].filter(Boolean).join(" · ")}</small>
    </TimelineEntry>
  );
}

export function EventEntry({ event, ofContact }: { event: ToldEvent; ofContact: boolean }) {
  const { subject, at } = event;
  return (
    <TimelineEntry at={new Date(at).toISOString()} when={formatInstant(at)}>
      {sentenceOf(event)} <SubjectLink event={event} ofContact={ofContact} />
      <FileNames event={event} />
      {subject?.amount && subject.amount.minor > 0 && <b> {minorText(subject.amount.minor, subject.amount.currency)}</b>}
      <MailLink after={event.after} />
      <BulkLink event={event} />
      <small>{whoOf(event)}</small>
    </TimelineEntry>
  );
}

/** A mail is told by its subject, which leads to it. */
function MailLink({ after }: Pick<ToldEvent, "after">) {
  if (typeof after?.mailSubject !== "string") return null;
  return (
    <>
      {" "}
      <a href={`/mails/${after.mailId}`}>«{after.mailSubject}»</a>
    </>
  );
}

/** What was changed with many others leads to where all of it can be taken back. */
function BulkLink({ event: { bulkId } }: { event: ToldEvent }) {
  return (
    bulkId !== null && (
      <>
        {" "}
        <a href={`/bulks/${bulkId}`}>{t("events.of_many")}</a>
      </>
    )
  );
}

/** Files are told by their names to whoever sees the record they hang on. */
function FileNames({ event: { name, subjectKind, subject, before, after } }: { event: ToldEvent }) {
  const files = (after ?? before)?.files;
  if (!name.startsWith("attachment.") || typeof files !== "string" || !(subject || subjectKind === "account")) return null;
  return <span dir="auto"> «{files}»</span>;
}

/** Small changes take one quiet line; the values open on demand. */
export function EditsEntry({ edits, changes, ofContact }: { edits: ToldEvent[]; changes: FieldChange[]; ofContact: boolean }) {
  const event = edits[0]!;
  return (
    <TimelineEntry at={new Date(event.at).toISOString()} when={formatInstant(event.at)} quiet>
      {sentenceOf(event)} <SubjectLink event={event} ofContact={ofContact} />
      <BulkLink event={event} />
      {changes.length > 0 && (
        <details>
          <summary>{t("events.changes", { count: changes.length, fields: changes.map(({ field }) => field.toLowerCase()).join(", ") })}</summary>
          <ul>
            {changes.map(({ field, text }) => (
              <li key={field}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <small>{whoOf(event)}</small>
    </TimelineEntry>
  );
}

function isSaid(text: string | false | null | undefined): text is string {
  return Boolean(text);
}

function ActivityLine({ activity: { id, kind, subject } }: { activity: DoneActivity }) {
  return (
    <>
      {`${t(`activities.kinds.${kind}`)}: `}
      <a href={`/activities/${id}`}>{subject}</a>
    </>
  );
}

/** On a contact's own page a relation names the other end, the company. */
function SubjectLink({ event: { name, subject, isOutOfSight, account, before, after }, ofContact }: { event: ToldEvent; ofContact: boolean }) {
  if (ofContact && account && name.startsWith("relation.")) return <a href={account.href}>{account.label}</a>;
  const said = (after ?? before)?.contactName;
  const label = subject?.label ?? (subject ? t("events.draft") : typeof said === "string" ? said : isOutOfSight && t("events.out_of_sight"));
  return subject?.href ? <a href={subject.href}>{label}</a> : label;
}

function sentenceOf({ name, after }: ToldEvent): string {
  const along = typeof after?.along === "number" ? after.along : 0;
  if (along > 0 && name === "activity.trashed") return t("events.activity.trashed_series", { count: along });
  if (along > 0 && name === "activity.restored") return t("events.activity.restored_series", { count: along });
  const key = `events.${name}`;
  return isMessageKey(key) ? t(key) : t("events.other");
}

function whoOf({ actorKind, actorName, source }: ToldEvent): string {
  return actorKind === "staff" ? (actorName ?? "") : t(`events.by.${actorKind === "system" && source === "web_form" ? "web_form" : actorKind}`);
}
