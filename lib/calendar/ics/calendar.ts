import { eventLines, type IcsEvent } from "./event";
import { contentLine, textValue } from "./text";
import { zoneLines } from "./zone";

/** A whole iCalendar file. With a name it is a calendar that one follows and reads again now and then. */
export function icsOf(events: readonly IcsEvent[], { program, name }: { program: string; name?: string }): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    contentLine("PRODID", `-//${textValue(program)}//ES`),
    "CALSCALE:GREGORIAN",
    ...(name === undefined ? [] : nameLines(name)),
    ...zonesOf(events),
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return `${lines.join("\r\n")}\r\n`;
}

function nameLines(name: string): string[] {
  const value = textValue(name);
  return [contentLine("NAME", value), contentLine("X-WR-CALNAME", value), "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"];
}

function zonesOf(events: readonly IcsEvent[]): string[] {
  const byZone = Map.groupBy(
    events.filter(({ isAllDay }) => !isAllDay),
    ({ zone }) => zone,
  );
  return [...byZone].flatMap(([zone, timed]) => {
    const first = timed.reduce((least, { startsAtUtc }) => Math.min(least, startsAtUtc), Number.POSITIVE_INFINITY);
    const last = timed.reduce((most, { endsAtUtc }) => Math.max(most, endsAtUtc), 0);
    return zoneLines(zone, first, last);
  });
}
