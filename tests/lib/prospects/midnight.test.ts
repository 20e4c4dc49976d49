import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { prospects, users } from "@/db/schema";
import { write } from "@/db/write";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { scopeFor } from "@/lib/access/scope";
import { toInstant } from "@/lib/core/dates";
import { createProspect } from "@/lib/prospects/commands";
import { prospectFilters } from "@/lib/prospects/filters";
import { prospectForm } from "@/lib/prospects/forms";
import { countProspects, findProspect, listProspects } from "@/lib/prospects/queries";
import { world } from "../../support/world";

const zones = ["America/Monterrey", "America/Santiago", "Europe/Madrid", "Pacific/Honolulu", "Pacific/Auckland", "Asia/Kolkata"];
/** Days on which some of them put their clocks on or back, the last of February and of a month. */
const days = ["2028-02-29", "2026-03-29", "2026-04-05", "2026-09-06", "2026-09-27", "2026-10-25", "2026-08-31", "2026-12-31"];

/** The day as another implementation has it. */
const dayIn = (zone: string, instant: number) => new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(instant);

test("overdue begins at midnight of whoever looks, in every zone, wherever it was planned and with no job", () => {
  const { db, ids } = world();
  const seenAt = (id: number, at: number) => {
    const scope = scopeFor(loadStaffViewer(db, ids.ana, at)!, db);
    const signal = findProspect(scope, id)!.signal;
    const filters = prospectFilters.parse({ signal });
    expect(listProspects(scope, filters).rows.map((row) => [row.id, row.signal])).toEqual([[id, signal]]);
    expect(countProspects(scope, filters)).toBe(1);
    return signal;
  };
  const time = fc.option(fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`));
  const minutes = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -2000, max: 2000 }));
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.constantFrom(...zones), fc.constantFrom(...days), time, minutes, (zone, typedIn, date, hour, beside) => {
      db.delete(prospects).run();
      db.update(users).set({ zone }).where(eq(users.id, ids.ana)).run();
      // An hour is of the day it has for whoever looks; a whole day is that date everywhere.
      const day = hour === null ? date : dayIn(zone, toInstant(`${date}T${hour}`, typedIn).instant);
      const at = toInstant(`${day}T00:00`, zone).instant + beside * 60_000;
      const typed = prospectForm.parse({ contactedOn: date, personName: "Rosa", appointmentOn: date, appointmentTime: hour ?? "" });
      const { id } = write(db, (tx) => createProspect(tx, undefined, typed, { userId: ids.ana, now: at, zone: typedIn }));
      const local = dayIn(zone, at);
      expect(seenAt(id, at)).toBe(local < day ? "planned" : local === day ? "today" : "overdue");
      db.run("delete from activities");
    }),
    { numRuns: 60 },
  );
});
