import type { activityStatuses } from "@/db/vocabulary";
import type { Times } from "@/lib/activities/times";
import { toInstant } from "@/lib/core/dates";
import { contentLine, instantValue, localValue, textValue } from "./text";

export type IcsEvent = Times & {
  /** The same for ever, and nobody else's. */
  uid: string;
  version: number;
  updatedAt: number;
  status: (typeof activityStatuses)[number];
  subject: string;
  details: string;
  place?: string;
  url: string;
};

export function eventLines(event: IcsEvent): string[] {
  const { uid, version, updatedAt, status, subject, details, place, url } = event;
  return [
    "BEGIN:VEVENT",
    contentLine("UID", uid),
    contentLine("DTSTAMP", instantValue(updatedAt)),
    contentLine("LAST-MODIFIED", instantValue(updatedAt)),
    contentLine("SEQUENCE", String(version - 1)),
    ...timeLines(event),
    contentLine("SUMMARY", textValue(subject)),
    ...(details ? [contentLine("DESCRIPTION", textValue(details))] : []),
    ...(place ? [contentLine("LOCATION", textValue(place))] : []),
    contentLine("URL", url),
    contentLine("STATUS", status === "cancelled" ? "CANCELLED" : "CONFIRMED"),
    "END:VEVENT",
  ];
}

/** Whole days have no zone, and their end is the day after. */
function timeLines({ isAllDay, startsAt, endsAt, startsAtUtc, endsAtUtc, zone }: Times): string[] {
  if (isAllDay) return [contentLine("DTSTART;VALUE=DATE", localValue(startsAt)), contentLine("DTEND;VALUE=DATE", localValue(endsAt))];
  const start = timeLine("DTSTART", startsAt, startsAtUtc, zone);
  return endsAtUtc > startsAtUtc ? [start, timeLine("DTEND", endsAt, endsAtUtc, zone)] : [start];
}

/** By the wall of its zone. Of an hour that comes twice a reader takes the first, so the second is told in UTC. */
function timeLine(name: string, wall: string, instant: number, zone: string): string {
  return toInstant(wall, zone).instant === instant ? contentLine(`${name};TZID=${zone}`, localValue(wall)) : contentLine(name, instantValue(instant));
}
