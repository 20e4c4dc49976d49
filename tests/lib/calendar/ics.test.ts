import { expect, test } from "vitest";
import { timesOf } from "@/lib/activities/times";
import { icsOf } from "@/lib/calendar/ics/calendar";
import type { IcsEvent } from "@/lib/calendar/ics/event";
import { readIcs, textIn, valueIn } from "../../support/ics";

const program = "Cartera";

function event(more: Partial<IcsEvent> = {}): IcsEvent {
  const { moved: _moved, ...times } = timesOf({ date: "2026-03-10", time: "23:00", endDate: "2026-03-11", endTime: "01:00" }, "America/Tijuana");
  const fixed = { uid: "activity-7@cartera.test", version: 3, updatedAt: Date.UTC(2026, 1, 28, 12, 30, 5), status: "planned" as const };
  return { ...fixed, ...times, subject: "Visita", details: "", url: "https://cartera.test/activities/7", ...more };
}

test("one appointment, to the letter", () => {
  const subject = "Peña & Cía.; láminas, «ñandú» \\ 50 % — piezas de 4.20 m para la obra del señor Núñez 🏗️🏗️🏗️";
  expect(icsOf([event({ subject, details: "Visita\nLlevar muestras, catálogo", place: "Av. Juárez 12, Tijuana" })], { program }).split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Cartera//ES",
    "CALSCALE:GREGORIAN",
    "BEGIN:VTIMEZONE",
    "TZID:America/Tijuana",
    ...["BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:-0800", "TZOFFSETTO:-0800", "END:STANDARD"],
    ...["BEGIN:DAYLIGHT", "DTSTART:20250309T020000", "TZOFFSETFROM:-0800", "TZOFFSETTO:-0700", "END:DAYLIGHT"],
    ...["BEGIN:STANDARD", "DTSTART:20251102T020000", "TZOFFSETFROM:-0700", "TZOFFSETTO:-0800", "END:STANDARD"],
    ...["BEGIN:DAYLIGHT", "DTSTART:20260308T020000", "TZOFFSETFROM:-0800", "TZOFFSETTO:-0700", "END:DAYLIGHT"],
    ...["BEGIN:STANDARD", "DTSTART:20261101T020000", "TZOFFSETFROM:-0700", "TZOFFSETTO:-0800", "END:STANDARD"],
    ...["BEGIN:DAYLIGHT", "DTSTART:20270314T020000", "TZOFFSETFROM:-0800", "TZOFFSETTO:-0700", "END:DAYLIGHT"],
    ...["BEGIN:STANDARD", "DTSTART:20271107T020000", "TZOFFSETFROM:-0700", "TZOFFSETTO:-0800", "END:STANDARD"],
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    "UID:activity-7@cartera.test",
    "DTSTAMP:20260228T123005Z",
    "LAST-MODIFIED:20260228T123005Z",
    "SEQUENCE:2",
    "DTSTART;TZID=America/Tijuana:20260310T230000",
    "DTEND;TZID=America/Tijuana:20260311T010000",
    "SUMMARY:Peña & Cía.\\; láminas\\, «ñandú» \\\\ 50 % — piezas de 4.20 m",
    "  para la obra del señor Núñez 🏗️🏗️🏗️",
    "DESCRIPTION:Visita\\nLlevar muestras\\, catálogo",
    "LOCATION:Av. Juárez 12\\, Tijuana",
    "URL:https://cartera.test/activities/7",
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("what takes whole days ends the day after, without a zone; what was cancelled says so", () => {
  const { moved: _moved, ...days } = timesOf({ date: "2028-02-29", time: null, endDate: "2028-03-30" }, "America/Bogota");
  const lines = icsOf([event({ ...days, status: "cancelled" })], { program }).split("\r\n");
  expect(lines.filter((line) => /^(DT(START|END)|STATUS|BEGIN:VTIME)/.test(line))).toEqual([
    "DTSTART;VALUE=DATE:20280229",
    "DTEND;VALUE=DATE:20280331",
    "STATUS:CANCELLED",
  ]);
});

test("a letter of four octets is never cut, whatever stands before it", () => {
  for (let before = 0; before < 80; before += 1) {
    const subject = `${"a".repeat(before)}${"🏗".repeat(40)}ñ`;
    const [read] = readIcs(icsOf([event({ subject })], { program })).parts.filter(({ name }) => name === "VEVENT");
    expect(textIn(valueIn(read!, "SUMMARY")!)).toBe(subject);
  }
});

const line = "\nATTACH:https://malo.test/x\nEND:VEVENT\nBEGIN:VEVENT\nURL:javascript:alert(1)";
const ends = ["\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029", "\\n", "\\\n", "\r\n ", "\n\t", "\0\n"];

test("no text of anybody's adds a property", () => {
  for (const end of ends) {
    const hostile = `Cita${line.replaceAll("\n", end)}`;
    const calendar = readIcs(icsOf([event({ subject: hostile, details: hostile, place: hostile })], { program, name: hostile }));
    expect(calendar.properties.map(({ name }) => name)).toEqual([
      "VERSION",
      "PRODID",
      "CALSCALE",
      "NAME",
      "X-WR-CALNAME",
      "REFRESH-INTERVAL",
      "X-PUBLISHED-TTL",
    ]);
    expect(calendar.parts.map(({ name }) => name)).toEqual(["VTIMEZONE", "VEVENT"]);
    expect(calendar.parts[1]!.properties.map(({ name }) => name)).toEqual([
      ...["UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS"],
    ]);
    expect(valueIn(calendar.parts[1]!, "URL")).toBe("https://cartera.test/activities/7");
  }
});
