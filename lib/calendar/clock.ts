import { addDays, type Day, toInstant, wallTime } from "@/lib/core/dates";

/** A row of the grid is half an hour on the wall. */
export const rowMinutes = 30;
export const rowsPerDay = (24 * 60) / rowMinutes;

/** «09:30» of row 19. */
export function timeOfRow(row: number): string {
  const minutes = row * rowMinutes;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** The rows a stretch of time takes on the day: by the hours the wall shows, one at least. */
export function rowsOn(day: Day, start: number, end: number, zone: string): { from: number; to: number } {
  const begins = wallTime(start, zone);
  const ends = wallTime(end, zone);
  const from = begins.slice(0, 10) < day ? 0 : Math.floor(minutesOf(begins) / rowMinutes);
  const to = ends.slice(0, 10) > day ? rowsPerDay : Math.ceil(minutesOf(ends) / rowMinutes);
  return { from, to: Math.max(from + 1, to) };
}

/** Whether the clock is put forward or back on the day, and the rows that then do not exist. */
export function clockChange(day: Day, zone: string): { change?: "forward" | "back"; missing: Set<number> } {
  const length = toInstant(`${addDays(day, 1)}T00:00`, zone).instant - toInstant(`${day}T00:00`, zone).instant;
  const shift = length - rowsPerDay * rowMinutes * 60_000;
  if (shift === 0) return { missing: new Set() };
  const rows = Array.from({ length: rowsPerDay }, (_, row) => row).filter((row) => toInstant(`${day}T${timeOfRow(row)}`, zone).moved);
  return { change: shift < 0 ? "forward" : "back", missing: new Set(rows) };
}

function minutesOf(wall: string): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}
