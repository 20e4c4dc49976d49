import { IANAZone } from "luxon";

const dayMs = 86_400_000;
/** Some years of days of a few zones. */
const mostKept = 20_000;

/** Asking costs a formatter; the world has a few hundred zones. */
const knownZones = new Set<string>();
/** By zone and day of UTC: the offset of a day on which the clocks do not change, nothing for one on which they do. Each question to the zone writes and reads a date as text. */
const offsetsOfDays = new Map<string, number | undefined>();

export function isZone(text: string): boolean {
  if (knownZones.has(text)) return true;
  const isOne = /^[A-Za-z]/.test(text) && IANAZone.isValidZone(text);
  if (isOne) knownZones.add(text);
  return isOne;
}

/** How far the clocks of the zone are ahead of UTC at the instant, in milliseconds. */
export function offsetMs(instant: number, zone: string): number {
  if (!isZone(zone)) throw new RangeError(`not a zone: ${zone}`);
  const day = Math.floor(instant / dayMs);
  const key = `${zone} ${day}`;
  if (!offsetsOfDays.has(key)) {
    if (offsetsOfDays.size >= mostKept) offsetsOfDays.clear();
    const [first, last] = [offsetAt(day * dayMs, zone), offsetAt((day + 1) * dayMs - 1, zone)];
    offsetsOfDays.set(key, first === last ? first : undefined);
  }
  return offsetsOfDays.get(key) ?? offsetAt(instant, zone);
}

function offsetAt(instant: number, zone: string): number {
  return IANAZone.create(zone).offset(instant) * 60_000;
}
