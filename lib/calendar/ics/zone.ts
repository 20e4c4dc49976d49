import { offsetMs } from "@/lib/core/zones";
import { contentLine, instantValue } from "./text";

type Change = { at: number; before: number; after: number };

const second = 1_000;
const week = 7 * 86_400_000;

/** The lines of a VTIMEZONE that holds from a year before the first instant until a year after the last, each change of the clock written out.
 *  Readers need no rules of their own for the zone, nor newer ones than ours. */
export function zoneLines(zone: string, first: number, last: number): string[] {
  const from = Date.UTC(yearOf(first) - 1, 0, 1);
  const changes = changesIn(zone, from, Date.UTC(yearOf(last) + 2, 0, 1));
  const start = offsetMs(from, zone);
  const wasForward = (changes[0]?.after ?? start) < start;
  return [
    "BEGIN:VTIMEZONE",
    contentLine("TZID", zone),
    ...observance(wasForward, "16010101T000000", start, start),
    ...changes.flatMap(({ at, before, after }) => observance(after > before, wallValue(at + before), before, after)),
    "END:VTIMEZONE",
  ];
}

function changesIn(zone: string, from: number, to: number): Change[] {
  const changes: Change[] = [];
  let before = offsetMs(from, zone);
  for (let start = from; start < to; start += week) {
    const after = offsetMs(start + week, zone);
    if (before !== after) changes.push({ at: changeBetween(zone, start, start + week), before, after });
    before = after;
  }
  return changes;
}

/** The first second of the new offset. */
function changeBetween(zone: string, start: number, end: number): number {
  const before = offsetMs(start, zone);
  let [low, high] = [start, end];
  while (high - low > second) {
    const middle = low + Math.floor((high - low) / 2 / second) * second;
    if (offsetMs(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** It begins by the clock as it stood until then. */
function observance(isForward: boolean, start: string, before: number, after: number): string[] {
  const kind = isForward ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    contentLine("DTSTART", start),
    contentLine("TZOFFSETFROM", offsetValue(before)),
    contentLine("TZOFFSETTO", offsetValue(after)),
    `END:${kind}`,
  ];
}

/** `-0530`, with seconds where a zone once had some. */
function offsetValue(offset: number): string {
  const seconds = Math.round(Math.abs(offset) / second);
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, ...(seconds % 60 ? [seconds % 60] : [])];
  return (offset < 0 ? "-" : "+") + parts.map((part) => String(part).padStart(2, "0")).join("");
}

function wallValue(local: number): string {
  return instantValue(local).slice(0, -1);
}

function yearOf(instant: number): number {
  return new Date(instant).getUTCFullYear();
}
