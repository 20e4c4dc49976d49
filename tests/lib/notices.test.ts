import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { users } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { notify, readNotices } from "@/lib/notices/commands";
import { now, world } from "../support/world";

test("a notice is told to one colleague, never of their own deeds, never to who has left", () => {
  const { db, ids, viewer } = world();
  const about = { kind: "mention" as const, subject: { kind: "account", id: ids.acme }, now };
  const tell = (userId: number, actorId: number) => write(db, (tx) => notify(tx, { ...about, userId, actorId }));
  expect(tell(ids.bruno, ids.ana)).toBeGreaterThan(0);
  expect(tell(ids.ana, ids.ana)).toBeUndefined();
  db.update(users).set({ isActive: false }).where(eq(users.id, ids.luis)).run();
  expect(tell(ids.luis, ids.ana)).toBeUndefined();

  const seenBy = (person: "bruno" | "ana" | "marta") => {
    const scope = scopeFor(viewer(person), db);
    return scope.select().from(scope.notices).all();
  };
  expect(seenBy("bruno")).toMatchObject([{ kind: "mention", actorId: ids.ana, subjectId: ids.acme, readAt: null }]);
  expect([...seenBy("ana"), ...seenBy("marta")]).toEqual([]);

  write(db, (tx) => readNotices(tx, { userId: ids.ana, now }));
  expect(seenBy("bruno")[0]?.readAt).toBeNull();
  write(db, (tx) => readNotices(tx, { userId: ids.bruno, now: now + 1 }));
  expect(seenBy("bruno")[0]?.readAt).toBe(now + 1);
});
