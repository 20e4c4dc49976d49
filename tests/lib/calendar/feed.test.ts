import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, activities, calendarFeeds, eventPayloads, events } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { probing, type StaffViewer } from "@/lib/access/viewer";
import { timesOf } from "@/lib/activities/times";
import { endFeed, feedOf, holderOfFeed, makeFeed } from "@/lib/calendar/feed-key";
import { icsOf } from "@/lib/calendar/ics/calendar";
import { icsEventsOf } from "@/lib/calendar/ics-events";
import { ownActivities } from "@/lib/calendar/own";
import { addDays } from "@/lib/core/dates";
import { recordEvent } from "@/lib/events/record";
import { deactivateUser } from "@/lib/users/commands";
import { readIcs, textIn, valueIn } from "../../support/ics";
import { now, today, world } from "../../support/world";

const base = new URL("https://cartera.test");

function planned() {
  const made = world();
  const plan = (subject: string, day: number, more: Partial<typeof activities.$inferInsert> = {}) => {
    const { moved: _moved, ...times } = timesOf({ date: addDays(today, day), time: "10:00" }, "America/Monterrey");
    const row = { kind: "visit" as const, status: "planned" as const, subject, ownerId: made.ids.ana, ...times, createdAt: now, updatedAt: now, ...more };
    return made.db.insert(activities).values(row).returning({ id: activities.id }).get().id;
  };
  const file = (viewer: StaffViewer) => {
    const scope = scopeFor(probing(viewer), made.db);
    return readIcs(icsOf(icsEventsOf(scope, ownActivities(scope, viewer.userId, now), base), { program: "Cartera", name: viewer.name }));
  };
  const told = (viewer: StaffViewer) => file(viewer).parts.flatMap((part) => (part.name === "VEVENT" ? [textIn(valueIn(part, "SUMMARY")!)] : []));
  return { ...made, plan, file, told };
}

test("only its hash is kept; a new one takes the place of the one before; what is taken back opens nothing", () => {
  const { db, ids, viewer } = world();
  const ana = viewer("ana");
  const make = () =>
    write(db, (tx): string => {
      const { change, token } = makeFeed(tx, ana, now);
      recordEvent(tx, { viewer: ana, name: "calendar_feed.made", change, at: now });
      return token;
    });
  const [first, second] = [make(), make()];
  expect(Buffer.from(first, "base64url")).toHaveLength(32);
  expect([first, second, "", "x"].map((token) => holderOfFeed(db, token))).toEqual([undefined, ids.ana, undefined, undefined]);
  const kept = JSON.stringify([db.select().from(calendarFeeds).all(), db.select().from(events).all(), db.select().from(eventPayloads).all()]);
  expect([first, second].filter((token) => kept.includes(token))).toEqual([]);
  write(db, (tx) => void endFeed(tx, ana));
  expect(holderOfFeed(db, second)).toBeUndefined();
  expect(() => write(db, (tx) => void endFeed(tx, ana))).toThrow("users.no_feed");
});

test("who leaves takes the address along: coming back does not open it again", () => {
  const { db, ids, viewer } = world();
  const token = write(db, (tx): string => makeFeed(tx, viewer("ana"), now).token);
  write(db, (tx) => void deactivateUser(tx, { id: ids.ana }, { viewer: viewer("marta"), now }));
  expect(holderOfFeed(db, token)).toBeUndefined();
  expect(feedOf(db, ids.ana)).toBeUndefined();
});

test("it holds what is one's own and takes place, from 90 days back to 400 ahead", () => {
  const { plan, told, viewer, ids } = planned();
  plan("Hoy", 0);
  plan("Hecha", -2, { status: "done", doneAt: now });
  plan("Cancelada", 1, { status: "cancelled" });
  plan("De Luis", 1, { ownerId: ids.luis });
  plan("De antes", -91);
  plan("De muy adelante", 401);
  plan("La última", 399);
  plan("En la papelera", 1, { deletedAt: now });
  expect(told(viewer("ana"))).toEqual(["Hecha", "Hoy", "La última"]);
  expect(told(viewer("bruno"))).toEqual([]);
});

test("what is handed over is gone at once, and of an account that is not theirs any more not even its name is told", () => {
  const { db, ids, plan, told, file, viewer } = planned();
  const kept = plan("Sigue siendo de Ana", 1, { accountId: ids.acme });
  const given = plan("Pasa a Luis", 2, { accountId: ids.acme });
  db.update(accounts).set({ address: "Calle Olmo 12", city: "Saltillo" }).where(eq(accounts.id, ids.acme)).run();
  expect(JSON.stringify(file(viewer("ana")))).toMatch(/Acme.*Calle Olmo 12/);
  db.update(activities).set({ ownerId: ids.luis }).where(eq(activities.id, given)).run();
  db.update(accounts).set({ ownerId: ids.luis }).where(eq(accounts.id, ids.acme)).run();
  expect(told(viewer("ana"))).toEqual(["Sigue siendo de Ana"]);
  expect(JSON.stringify(file(viewer("ana")))).not.toMatch(/Acme|Calle Olmo/);
  const [event] = file(viewer("ana")).parts.filter(({ name }) => name === "VEVENT");
  expect(valueIn(event!, "UID")).toBe(`activity-${kept}@cartera.test`);
  expect(told({ ...viewer("ana"), grants: {} })).toEqual([]);
  expect(told({ ...viewer("ana"), off: ["activities"] })).toEqual([]);
});

test("of too many the next ones are told", () => {
  const { db, plan, told, viewer } = planned();
  const one = plan("Muchas", 1);
  const { id: _id, ...row } = db.select().from(activities).where(eq(activities.id, one)).get()!;
  const many = (day: number, count: number) =>
    Array.from({ length: count }, (_, place) => ({
      ...row,
      subject: `${day} ${place}`,
      startsAtUtc: now + day * 86_400_000 + place,
      endsAtUtc: now + day * 86_400_000 + place + 1,
    }));
  write(db, (tx): void => {
    for (const rows of [many(2, 600), many(3, 1_500), many(-3, 600)]) for (const each of rows) tx.insert(activities).values(each).run();
  });
  const subjects = told(viewer("ana"));
  expect(subjects).toHaveLength(2_500);
  expect([subjects[0], subjects.at(-1)]).toEqual(["-3 100", "3 1398"]);
});
