import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { outbox } from "@/db/schema/outbox";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record";
import { keepVerification, lastVerification, verificationOf, verifyKind } from "@/lib/events/verification";
import { walkAll } from "@/lib/events/verify";
import { claim } from "@/lib/jobs/queue";
import { runEffect } from "@/lib/jobs/run";
import { askForVerification, verifyLog } from "@/lib/jobs/verify-log";
import { promise } from "../../support/promise";
import { now, type World, world } from "../../support/world";

const hour = 3_600_000;
const day = 24 * hour;

function tell({ db, viewer }: World, count: number, at = now) {
  write(db, (tx): void => {
    for (let i = 0; i < count; i += 1)
      recordEvent(tx, {
        viewer: viewer("ana"),
        name: "account.edited",
        change: { kind: "account", id: 1, before: { name: `${i}` }, after: { name: "x" } },
        at,
      });
  });
}

const told = ({ db, viewer }: World) => lastVerification(scopeFor(viewer("marta"), db));
const lastEvent = ({ db }: World) => db.$client.prepare("select max(id) from events").pluck().get() as number;

/** What the worker does on one day: every look that is due. */
async function lookOn({ db }: World, at: number) {
  const slot = { owner: "w", now: at, clock: () => at };
  const done: { since: number; until: number; events: number }[] = [];
  for (let job = claim(db, { ...slot, handlers: { [verifyKind]: verifyLog } }); job; job = claim(db, { ...slot, handlers: { [verifyKind]: verifyLog } })) {
    await runEffect(db, job, verifyLog, slot);
    done.push(db.$client.prepare("select progress from outbox where id = ?").pluck().get(job.id) as never);
  }
  return done.map((progress) => JSON.parse(String(progress)));
}

test("a while after a start the whole log is looked at, then each day what is new, and each week all of it again", async () => {
  const here = world();
  tell(here, 2_300);
  askForVerification(here.db, now);
  askForVerification(here.db, now + hour);
  expect(await lookOn(here, now)).toEqual([]);
  expect(told(here)).toEqual({ last: undefined, whole: undefined });

  const first = lastEvent(here);
  const at = now + hour;
  expect(await lookOn(here, at)).toMatchObject([{ since: 0, until: first, events: first, isEnd: true }]);
  expect(told(here)).toMatchObject({ last: { at, until: first }, whole: { at, until: first } });

  tell(here, 5);
  expect(await lookOn(here, at + day)).toMatchObject([{ since: first, until: first + 5, events: 5 }]);
  expect(told(here)).toMatchObject({ last: { at: at + day, until: first + 5 }, whole: { at, until: first } });
  for (let days = 2; days < 7; days += 1) expect(await lookOn(here, at + days * day)).toMatchObject([{ since: first + 5, events: 0 }]);
  expect(await lookOn(here, at + 7 * day)).toMatchObject([{ since: 0, until: first + 5, events: first + 5 }]);
});

test("what was changed, written anew from some place on, or cut off is found, and told until it is mended", async () => {
  const tampered = {
    "update events set at = at + 1 where id = 9": 9,
    "update event_payloads set after = json_object('name', 'y') where event_id = 9": 9,
    "delete from events where id > 9": 10,
    "delete from events where id = 9": 10,
  };
  for (const [deed, place] of Object.entries(tampered)) {
    const here = world();
    tell(here, 30);
    write(here.db, (tx): void => keepVerification(tx, verificationOf(walkAll(here.db), { since: 0, at: now - 8 * day })));
    for (const trigger of ["events_not_changed", "events_not_deleted", "event_payloads_not_changed"]) here.db.run(sql.raw(`drop trigger if exists ${trigger}`));
    here.db.$client.pragma("foreign_keys = off");
    here.db.run(sql.raw(deed));
    askForVerification(here.db, now);
    await lookOn(here, now + hour);
    expect(told(here).last?.broken, deed).toBe(place);
    tell(here, 5);
    await lookOn(here, now + hour + day);
    expect(told(here), deed).toMatchObject({ last: { broken: place }, whole: { broken: place } });
  }
  promise("D9", `${Object.keys(tampered).length} ways of tampering found by the daily look, also once the log went on after it`);
});

test("what was cut off before it was looked at leaves a gap once the log goes on", () => {
  const here = world();
  tell(here, 20);
  const last = lastEvent(here);
  here.db.$client.pragma("foreign_keys = off");
  here.db.run(sql.raw("drop trigger events_not_deleted"));
  here.db.run(sql`delete from events where id > ${last - 3}`);
  expect(walkAll(here.db).broken).toBeUndefined();
  tell(here, 2);
  expect(walkAll(here.db).broken).toBe(last + 1);
});

test("a chain made anew from its first event, with every hash right, is not the one that was looked at", async () => {
  const here = world();
  tell(here, 20);
  askForVerification(here.db, now);
  await lookOn(here, now + hour);
  const other = world();
  tell(other, 20, now + 1);
  const place = told(here).whole!;
  expect(walkAll(other.db).broken).toBeUndefined();
  expect(walkAll(other.db, new Map([[place.until, place.hash]])).broken).toBe(place.until);
});

test("a look that fails is followed by tomorrow's all the same", async () => {
  const here = world();
  askForVerification(here.db, now);
  const slot = { owner: "w", now: now + hour, clock: () => now + hour };
  const job = claim(here.db, { ...slot, handlers: { [verifyKind]: verifyLog } })!;
  await runEffect(here.db, job, verifyLog, { ...slot, cut: AbortSignal.abort(new Error("stopped")) });
  here.db
    .update(outbox)
    .set({ state: "parked", finishedAt: now + hour })
    .where(eq(outbox.id, job.id))
    .run();
  expect(told(here).last).toBeUndefined();
  await lookOn(here, now + hour + day);
  expect(told(here).last).toMatchObject({ at: now + hour + day, isEnd: true });
});

test("what was found is told to who administers alone, and of other jobs nothing", async () => {
  const here = world();
  here.db
    .insert(outbox)
    .values({ kind: "mails.send", payload: { secret: 1 }, progress: { a: 1 }, state: "done", runAt: 1, createdAt: 1, finishedAt: 1 })
    .run();
  askForVerification(here.db, now);
  await lookOn(here, now + hour);
  const seen = (who: "marta" | "bruno") => {
    const scope = scopeFor(here.viewer(who), here.db);
    return scope.select().from(scope.logLooks).all();
  };
  expect(seen("marta")).toMatchObject([{ kind: verifyKind, payload: null }]);
  expect(seen("bruno")).toEqual([]);
});
