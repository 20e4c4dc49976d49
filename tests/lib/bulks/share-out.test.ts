import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bulks, events, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { bulkChoices } from "@/lib/bulks/choices";
import { bulkForm } from "@/lib/bulks/forms";
import { now, today, type World, world } from "../../support/world";
import { nextJob, oneSlice, runJobs } from "../imports/jobs";
import { begin, countsOf, undone } from "./support";

function crowd({ db, ids }: World, many: number, closed: number[] = []) {
  const stamps = { contactedOn: today, nameKey: "x", personName: "x", ownerId: ids.marta, createdAt: now, updatedAt: now };
  write(db, (tx): void => {
    for (let place = 0; place < many; place += 1) {
      const isClosed = closed.includes(place);
      tx.insert(prospects)
        .values({ ...stamps, number: place + 1, ...(isClosed && { status: "lost", closedAt: now }) })
        .run();
    }
  });
}

const ownersOf = ({ db }: World) =>
  db
    .select({ ownerId: prospects.ownerId })
    .from(prospects)
    .orderBy(asc(prospects.id))
    .all()
    .map(({ ownerId }) => ownerId);

test("what a filter finds is shared out in turn, as one change that one undo takes back", async () => {
  const here = world();
  const { db, ids } = here;
  crowd(here, 450);
  const sharers = [ids.ana, ids.luis, ids.bruno];
  const id = begin(here, "marta", "prospects", { address: "signal=all", sharers: sharers.map(String) });
  await runJobs(db);
  expect(ownersOf(here)).toEqual(Array.from({ length: 450 }, (_, place) => sharers[place % 3]));
  const { batchId } = db.select().from(bulks).where(eq(bulks.id, id)).get()!;
  expect(db.select().from(events).where(eq(events.batchId, batchId)).all()).toHaveLength(450);
  await undone(here, "marta", id);
  expect(new Set(ownersOf(here))).toEqual(new Set([ids.marta]));
});

test("however many there are, whatever is refused and wherever the work is cut, nobody gets two more than another", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(24), { maxLength: 8 }), fc.integer({ min: 1, max: 3 }), (closed, people) => {
      const here = world();
      const { db, ids } = here;
      crowd(here, 25, closed);
      const sharers = [ids.ana, ids.luis, ids.bruno].slice(0, people);
      const all = db.select({ id: prospects.id }).from(prospects).all();
      const id = begin(here, "marta", "prospects", { ids: all.map((row) => row.id).join(), sharers: sharers.map(String) });
      db.update(bulks).set({ state: "working", total: 25 }).where(eq(bulks.id, id)).run();
      db.run("update outbox set kind = 'bulks.apply'");
      for (let job = nextJob(db); job; job = nextJob(db)) while (oneSlice(db, job) === "more");
      expect(countsOf(db, id, ids.marta)).toMatchObject({ changed: 25 - closed.length, refused: closed.length });
      const shares = sharers.map((one) => ownersOf(here).filter((owner) => owner === one).length);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(2);
      db.$client.close();
    }),
    { numRuns: 10 },
  );
});

test("they are given to one or shared out, to who works here; other lists are not shared out", () => {
  const here = world();
  const { db, ids, viewer } = here;
  crowd(here, 1);
  const start = (typed: object) => begin(here, "marta", "prospects", { ids: "1", ...typed });
  expect(() => start({ owner: String(ids.ana), sharers: [String(ids.luis)] })).toThrow("lists.one_or_turns");
  expect(() => start({ sharers: ["999"] })).toThrow("not_in_list");
  expect(() => begin(here, "marta", "accounts", { ids: String(ids.acme), sharers: [String(ids.luis)] })).toThrow("lists.nothing_to_change");
  expect(bulkForm.safeParse({ list: "prospects", ids: "1", sharers: ["x"] }).success).toBe(false);
  const offered = (who: "marta" | "rita", list: "prospects" | "accounts") => bulkChoices(scopeFor(viewer(who), db), list).sharers.length;
  expect([offered("marta", "prospects") > 1, offered("rita", "prospects"), offered("marta", "accounts")]).toEqual([true, 0, 0]);
});
