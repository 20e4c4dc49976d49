import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { prospects } from "@/db/schema";
import { prospectStatuses, signals } from "@/db/vocabulary";
import { scopeFor } from "@/lib/access/scope";
import { addDays } from "@/lib/core/dates";
import { prospectFilters } from "@/lib/prospects/filters";
import { listProspects } from "@/lib/prospects/queries";
import { mayShow, signalOf } from "@/lib/prospects/rules";
import { signalIs } from "@/lib/prospects/signals";
import { now, today, world } from "../../support/world";

const near = fc.integer({ min: -12, max: 12 }).map((days) => addDays(today, days));
const facts = fc.record({
  status: fc.constantFrom(...prospectStatuses),
  nextActionOn: fc.option(near),
  quotedOn: fc.option(near),
  latestOrderId: fc.option(fc.constant(7)),
  closedAt: fc.option(fc.constant(now)),
});

test("the first sign that holds is the one that shows", () => {
  const open = { status: "contacted", nextActionOn: null, quotedOn: null, latestOrderId: null, closedAt: null } as const;
  const at = (changes: object) => signalOf({ ...open, ...changes }, today, 7);
  expect(at({ status: "lost", latestOrderId: 3 })).toBe("cancelled");
  expect(at({ latestOrderId: 3, nextActionOn: "2026-08-01" })).toBe("ordered");
  expect(at({ nextActionOn: "2026-08-21" })).toBe("overdue");
  expect(at({ nextActionOn: today })).toBe("today");
  expect(at({ quotedOn: "2026-08-01" })).toBe("no_action");
  expect(at({ nextActionOn: "2026-08-30", quotedOn: "2026-08-14" })).toBe("quoted");
  expect(at({ nextActionOn: "2026-08-30", quotedOn: "2026-08-15" })).toBe("planned");
});

test("filtering by the database says the same as the rule", () => {
  const { db, ids, viewer } = world();
  const scope = scopeFor(viewer("ana"), db);
  const stamps = { contactedOn: today, nameKey: "x", personName: "x", ownerId: ids.ana, createdAt: now, updatedAt: now };
  let number = 0;
  fc.assert(
    fc.property(facts, (one) => {
      number += 1;
      const { id } = db
        .insert(prospects)
        .values({ ...stamps, ...one, number })
        .returning({ id: prospects.id })
        .get();
      const found = signals.filter((signal) =>
        scope
          .select({ id: scope.prospects.id })
          .from(scope.prospects)
          .where(signalIs(scope, signal, 7))
          .all()
          .some((row) => row.id === id),
      );
      expect(found).toEqual([signalOf(one, today, 7)]);
      db.delete(prospects).where(eq(prospects.id, id)).run();
    }),
    { numRuns: 150 },
  );
});

test("the queue is in order of urgency, page after page and back", () => {
  const { db, ids, viewer } = world();
  const stamps = { contactedOn: today, nameKey: "x", personName: "x", ownerId: ids.ana, createdAt: now, updatedAt: now };
  const rows = fc.sample(facts, { numRuns: 130, seed: 5 });
  db.insert(prospects)
    .values(rows.map((row, index) => ({ ...stamps, ...row, number: index + 1 })))
    .run();
  const scope = scopeFor(viewer("ana"), db);
  const filters = prospectFilters.parse({ signal: "all" });

  const pages = [listProspects(scope, filters)];
  for (let next = pages[0]!.next; next; next = pages.at(-1)!.next) pages.push(listProspects(scope, prospectFilters.parse({ signal: "all", cursor: next })));
  const seen = pages.flatMap((page) => page.rows);
  expect(pages.map((page) => page.rows.length)).toEqual([50, 50, 30]);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(130);
  const key = ({ signal, nextActionOn, id }: (typeof seen)[number]) =>
    [signals.indexOf(signal), signal === "ordered" || signal === "cancelled" ? "" : (nextActionOn ?? ""), String(id).padStart(4, "0")].join(" ");
  expect(seen.map(key)).toEqual(seen.map(key).toSorted());

  const back = listProspects(scope, prospectFilters.parse({ signal: "all", cursor: pages[2]!.previous }));
  expect(back.rows.map(({ id }) => id)).toEqual(pages[1]!.rows.map(({ id }) => id));
  const first = listProspects(scope, prospectFilters.parse({ signal: "all", cursor: back.previous }));
  expect(first.rows.map(({ id }) => id)).toEqual(pages[0]!.rows.map(({ id }) => id));
  expect(first.previous).toBeUndefined();
});

test("a status shows no other signals than those it may", () => {
  fc.assert(fc.property(facts, (one) => mayShow(signalOf(one, today, 7), one.status)));
  expect(signals.filter((signal) => mayShow(signal, "lost"))).toEqual(["cancelled"]);
  expect(signals.filter((signal) => mayShow(signal, "converted"))).toEqual(["ordered"]);
  expect(signals.filter((signal) => mayShow(signal, undefined))).toEqual([...signals]);
});
