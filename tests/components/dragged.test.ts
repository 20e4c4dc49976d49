import { expect, test } from "vitest";
import { askedMove, dropped, instantOf, stretched, wall } from "@/components/calendar/dragged";
import { moveAsked, moveForm } from "@/lib/activities/forms";

const zones = ["America/Mexico_City", "America/Santiago", "Europe/Madrid", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"];
const timed = (start: Date) => ({ id: 7, title: "Corte", color: "azul", start }) as const;

test.each(zones)("where something is dropped is said on the wall of %s, also over a change of the clock", (zone) => {
  for (const day of ["2026-03-29", "2026-04-05", "2026-09-06", "2026-10-25", "2028-02-29"]) {
    const start = instantOf(`${day}T10:20`, zone);
    const end = instantOf(`${day}T12:05`, zone);
    expect(dropped(timed(instantOf("2026-01-31T09:15", zone)), { start, end }, { view: "semana", zone })).toEqual({ date: day, time: "10:20" });
    expect(dropped(timed(instantOf("2026-01-31T09:15", zone)), { start, end }, { view: "mes", zone })).toEqual({ date: day, time: "09:15" });
    expect(dropped(timed(start), { start, end, isAllDay: true }, { view: "semana", zone }).time).toBe("");
    expect(stretched(timed(start), { start, end }, { view: "dia", zone })).toEqual({ date: day, time: "10:20", minutes: 105 });
    const whole = { ...timed(instantOf(day, zone)), isAllDay: true };
    const until = instantOf(`${day.slice(0, 8)}31`, zone);
    const last = wall(until, zone).slice(0, 10) === `${day.slice(0, 8)}31` ? until : instantOf(day, zone);
    expect(stretched(whole, { start: instantOf(day, zone), end: last }, { view: "mes", zone }).minutes! % 1440).toBe(0);
  }
});

test("what is asked of the form is what the form takes", () => {
  const address = new URL(askedMove(7, { date: "2026-10-02", time: "10:20", minutes: 105 }, "?vista=semana&fecha=2026-10-01"), "http://x");
  expect(address.pathname).toBe("/activities/7");
  const asked = moveAsked.parse(Object.fromEntries(address.searchParams));
  expect(asked).toEqual({ date: "2026-10-02", time: "10:20", minutes: 105, calendar: "?vista=semana&fecha=2026-10-01" });
  expect(moveForm.parse({ id: "7", ...Object.fromEntries(address.searchParams) })).toMatchObject({ minutes: 105, appliesTo: "this" });
  expect(moveAsked.parse({ date: "mañana", minutes: "mucho", calendar: "//malo" })).toEqual({ minutes: null, calendar: null });
});
