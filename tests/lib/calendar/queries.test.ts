import { expect, test } from "vitest";
import { accounts, activities } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { probing, type Viewer } from "@/lib/access/viewer";
import { daysOf, mostPerDay } from "@/lib/calendar/days";
import { activitiesOn } from "@/lib/calendar/queries";
import { dayOf, wallTime } from "@/lib/core/dates";
import { now, today, world } from "../../support/world";

const hour = 3_600_000;
const zone = "America/Monterrey";

/** Ana with so many accounts, two things planned about each within four months, every third hers. */
function busyBook(count: number) {
  const here = world();
  write(here.db, (tx) => {
    const stamps = { createdAt: now, updatedAt: now };
    for (let place = 0; place < count; place += 1) {
      const row = { name: `Taller ${place}`, nameKey: `taller ${place}`, cityKey: "~", ownerKey: "ana", ownerId: here.ids.ana, ...stamps };
      const { id: accountId } = tx.insert(accounts).values(row).returning({ id: accounts.id }).get();
      for (const turn of [0, 1]) {
        const startsAtUtc = now + (((place * 2 + turn) * 7919) % (count * 2)) * ((120 * 24 * hour) / (count * 2)) - 60 * 24 * hour;
        const [startsAt, endsAt] = [wallTime(startsAtUtc, zone), wallTime(startsAtUtc + hour, zone)];
        const ownerId = place % 3 === 0 ? here.ids.ana : here.ids.luis;
        tx.insert(activities)
          .values({
            kind: "task",
            status: "planned",
            subject: `${place}`,
            accountId,
            ownerId,
            startsAt,
            endsAt,
            zone,
            startsAtUtc,
            endsAtUtc: startsAtUtc + hour,
            ...stamps,
          })
          .run();
      }
    }
  });
  return here;
}

test("who reaches few finds on each day what the same person finds when every row is probed, as much as the day shows", () => {
  const here = busyBook(2_000);
  const ana = here.viewer("ana");
  expect(ana.circles.own.size).toBe("few");
  for (const view of ["mes", "semana", "dia"] as const) {
    const most = mostPerDay[view];
    for (const owner of [undefined, here.ids.ana]) {
      const idsByDay = (viewer: Viewer) => {
        const rows = activitiesOn(scopeFor(viewer, here.db), daysOf(view, today, 1), { owner, most });
        return Map.groupBy(rows, ({ startsAtUtc }) => dayOf(startsAtUtc, zone));
      };
      const [few, probed] = [idsByDay(ana), idsByDay(probing(ana))];
      expect([...few.keys()].sort()).toEqual([...probed.keys()].sort());
      for (const [day, rows] of few) {
        const all = new Set(probed.get(day)!.map(({ id }) => id));
        expect(rows.filter(({ id }) => !all.has(id))).toEqual([]);
        expect(rows.length).toBe(Math.min(all.size, most + 1));
      }
    }
  }
});
