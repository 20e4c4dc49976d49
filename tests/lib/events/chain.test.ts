import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { eventPayloads, events } from "@/db/schema";
import { write } from "@/db/write";
import { recordEvent } from "@/lib/events/record";
import { firstBrokenEvent } from "@/lib/events/verify";
import { promise } from "../../support/promise";
import { now, world } from "../../support/world";

function worldWithHistory(length: number) {
  const made = world();
  write(made.db, (tx) => {
    for (let i = 1; i <= length; i += 1) {
      const change = { kind: "account", id: i, accountId: i, before: { name: `antes ${i}` }, after: { name: `después ${i}` } };
      recordEvent(tx, { viewer: made.viewer("ana"), name: "account.edited", change, at: now + i });
    }
  });
  return made;
}

test("the chain of what happened verifies, also after payloads were purged", () => {
  const { db } = worldWithHistory(50);
  expect(firstBrokenEvent(db)).toBeUndefined();
  db.delete(eventPayloads).where(eq(eventPayloads.eventId, 7)).run();
  expect(firstBrokenEvent(db)).toBeUndefined();
});

test("events can be neither changed nor removed", () => {
  const { db } = worldWithHistory(3);
  expect(() => db.update(events).set({ name: "otra.cosa" }).run()).toThrow("append-only");
  expect(() => db.delete(events).run()).toThrow("append-only");
  expect(() => db.update(eventPayloads).set({ before: null }).run()).toThrow("append-only");
});

test("one byte changed behind the triggers is found, in each of 100 places", () => {
  const { db } = worldWithHistory(100);
  db.run(sql`drop trigger events_not_changed`);
  db.run(sql`drop trigger event_payloads_not_changed`);
  let found = 0;
  for (let id = 1; id <= 100; id += 1) {
    const before = db.select().from(events).where(eq(events.id, id)).get()!;
    const payload = db.select().from(eventPayloads).where(eq(eventPayloads.eventId, id)).get()!;
    if (id % 2 === 0)
      db.update(events)
        .set({ at: before.at + 1 })
        .where(eq(events.id, id))
        .run();
    else
      db.update(eventPayloads)
        .set({ after: { name: "otro" } })
        .where(eq(eventPayloads.eventId, id))
        .run();
    if (firstBrokenEvent(db) === id) found += 1;
    db.update(events).set(before).where(eq(events.id, id)).run();
    db.update(eventPayloads).set(payload).where(eq(eventPayloads.eventId, id)).run();
  }
  promise("D9", `${found} of 100 changes of one byte found, at the very event`);
  expect(found).toBe(100);
  expect(firstBrokenEvent(db)).toBeUndefined();
});

test("an edit keeps only what changed, and never a password", () => {
  const { db, viewer } = world();
  const id = write(db, (tx): number =>
    recordEvent(tx, {
      viewer: viewer("marta"),
      name: "user.edited",
      change: { kind: "user", id: 1, before: { name: "A", email: "x", passwordHash: "p" }, after: { name: "B", email: "x", passwordHash: "q" } },
      at: now,
    }),
  );
  expect(db.select().from(eventPayloads).where(eq(eventPayloads.eventId, id)).get()).toMatchObject({ before: { name: "A" }, after: { name: "B" } });
});

test("what else a deed changed is told in the same batch", () => {
  const { db, viewer } = world();
  const other = { name: "contact.edited", change: { kind: "contact", id: 9, before: null, after: { name: "x" } } };
  write(db, (tx): number =>
    recordEvent(tx, { viewer: viewer("ana"), name: "account.edited", change: { kind: "account", id: 1, before: null, after: null, also: [other] }, at: now }),
  );
  const [first, second] = db.select().from(events).all().slice(-2);
  expect([first!.name, second!.name]).toEqual(["account.edited", "contact.edited"]);
  expect(first!.batchId).toBe(second!.batchId);
  expect(first!.batchId).not.toBeNull();
  expect(firstBrokenEvent(db)).toBeUndefined();
});
